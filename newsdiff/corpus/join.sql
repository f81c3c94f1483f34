-- Which articles may be versions of one another: those that share enough rare words. The same text runs in DuckDB and
-- in Spark, on four views:
--   articles (place, key, series, day)  an article each: its place in the archive; a hash of its text, null if that is
--                                       empty; days since 1970
--   words    (place, word)              its rare words as numbers, each once
--   weights  (holders, weight, pairs)   what sharing a word weighs that so many articles have, in thousandths; whether
--                                       each of them meets each other, or only the two that come next
--   bounds   (days, series)             one row: how many days apart at most, and 'same' or 'other' series; or nulls
-- It gives (a, b, weight) with a < b, both places in the archive; no weight for equal texts. Weights are integers, so
-- that a sum is the same in whatever order it is made.
WITH numbered AS (
    SELECT place, row_number() OVER (PARTITION BY key ORDER BY place) AS copy,
        min(place) OVER (PARTITION BY key) AS first
    FROM articles WHERE key IS NOT NULL
),
own AS (  -- of equal texts, three are enough to meet others; a text that was printed a hundred times has no rare words
    SELECT words.place, words.word FROM words JOIN numbered ON words.place = numbered.place WHERE numbered.copy <= 3
),
counted AS (
    SELECT word, count(*) AS holders FROM own GROUP BY word HAVING count(*) > 1
),
rare AS (
    SELECT own.place, own.word, weights.weight, weights.pairs, articles.series, articles.day
    FROM own
    JOIN counted ON own.word = counted.word
    JOIN weights ON counted.holders = weights.holders
    JOIN articles ON own.place = articles.place
),
masses AS (
    SELECT place, sum(weight) AS mass FROM rare WHERE pairs = 1 GROUP BY place
),
queues AS (  -- the words of a story that fifty papers printed: its versions follow one another in every one of them
    SELECT place AS a, weight, series, day,
        lead(place, 1) OVER (PARTITION BY word ORDER BY place) AS next,
        lead(place, 2) OVER (PARTITION BY word ORDER BY place) AS after_next
    FROM rare WHERE pairs = 0
),
meetings AS (
    SELECT x.place AS a, y.place AS b, x.weight
    FROM rare AS x JOIN rare AS y ON x.word = y.word AND x.place < y.place
    WHERE x.pairs = 1 AND y.pairs = 1
    UNION ALL
    SELECT a, next AS b, weight FROM queues WHERE next IS NOT NULL
    UNION ALL
    SELECT a, after_next AS b, weight FROM queues WHERE after_next IS NOT NULL
),
shared AS (
    SELECT a, b, sum(weight) AS weight FROM meetings GROUP BY a, b HAVING sum(weight) >= 9000
),
found AS (
    SELECT shared.a, shared.b, shared.weight
    FROM shared
    JOIN numbered AS m ON shared.a = m.place
    JOIN numbered AS n ON shared.b = n.place AND m.first <> n.first
    LEFT JOIN masses AS x ON shared.a = x.place
    LEFT JOIN masses AS y ON shared.b = y.place
    WHERE 2 * shared.weight >= least(60000, greatest(18000, least(coalesce(x.mass, 0), coalesce(y.mass, 0))))
    UNION ALL
    SELECT first AS a, place AS b, CAST(NULL AS BIGINT) AS weight FROM numbered WHERE copy > 1
)
SELECT found.a, found.b, CAST(found.weight AS BIGINT) AS weight
FROM found
CROSS JOIN bounds
JOIN articles AS x ON found.a = x.place
JOIN articles AS y ON found.b = y.place
WHERE (bounds.days IS NULL OR abs(x.day - y.day) <= bounds.days OR x.day IS NULL OR y.day IS NULL)
  AND (bounds.series IS NULL OR (bounds.series = 'same') = (coalesce(x.series, '') = coalesce(y.series, '')))
ORDER BY a, b
