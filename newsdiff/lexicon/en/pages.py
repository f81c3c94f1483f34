"""What pages call their parts, in classes, ids and roles. Collected for this project from the markup of news sites."""

# Parts that are not the article.
FURNITURE = frozenset(
    """ad ads adslot advert advertisement advertising author-bio banner breadcrumb breadcrumbs carousel comment
    comments complementary consent contentinfo cookie cookies copyright dfp dialog disqus follow footer footnav
    galleries leaderboard login masthead meganav menu modal more morefrom mostread nav navbar navigation
    newsletter outbrain pager pagination player playlist podcast-promo popular popup promo promos promoted
    promotion rail readmore recirc recirculation recommendations recommended related search share sharebar shares
    sharing sidebar signup skip social sponsor sponsored subscribe subscription taboola tabs tag-list taglist tags
    teaser teasers toolbar topics trending upsell widget widgets""".split()
)
# Pictures and films beside the text, with labels and captions of their own; those of their figures are copy.
MEDIA = frozenset(
    """audio audioplayer gallery imagegallery lightbox mediaplayer photogallery slider slideshow slideshows video
    videoplayer videos""".split()
)
# Notes on what was wrong before: part of the article, wherever the page keeps them.
CORRECTION = frozenset(
    """amendment clarification clarifications correction corrections editorsnote editornote erratum
    retraction""".split()
)
CORRECTION_STARTS = (
    "amended", "amendment", "an earlier version", "clarification", "correction", "corrected", "editor's note",
    "editors' note", "editor’s note", "editors’ note", "erratum", "retraction", "the headline", "this article was",
    "this article has been", "this story was", "this story has been", "this post was", "this post has been",
    "this report was", "update:", "updated:",
)  # fmt: skip
# A summary that stands under the headline.
STANDFIRST = frozenset(
    """deck dek description excerpt intro introduction lead lede standfirst strapline subhead subheadline subtitle
    summary tagline""".split()
)
PULL_QUOTES = frozenset(["pullquote", "pull", "callout", "pullout"])
