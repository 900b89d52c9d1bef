namespace KassaSurvey.Web.Resources;

/// <summary>Texts of what is done with a page of results: saved views, public links, print.</summary>
public sealed class SharingTexts
{
    public const string Views = nameof(Views);
    public const string SaveView = nameof(SaveView);
    public const string ArrangeViews = nameof(ArrangeViews);
    public const string ViewName = nameof(ViewName);
    public const string ViewShared = nameof(ViewShared);
    public const string ViewIsShared = nameof(ViewIsShared);
    public const string ViewNote = nameof(ViewNote);
    public const string Cancel = nameof(Cancel);
    public const string Save = nameof(Save);
    public const string Close = nameof(Close);
    public const string Remove = nameof(Remove);
    public const string RemoveNamed = nameof(RemoveNamed);
    public const string Share = nameof(Share);
    public const string Print = nameof(Print);
    public const string ShareTitle = nameof(ShareTitle);
    public const string ShareLead = nameof(ShareLead);
    public const string Make = nameof(Make);
    public const string Shows = nameof(Shows);
    public const string Blocks = nameof(Blocks);
    public const string BlockTiles = nameof(BlockTiles);
    public const string BlockAreas = nameof(BlockAreas);
    public const string BlockTrend = nameof(BlockTrend);
    public const string BlockDevelop = nameof(BlockDevelop);
    public const string LastDay = nameof(LastDay);
    public const string LastDayMissing = nameof(LastDayMissing);
    public const string Note = nameof(Note);
    public const string MadeBy = nameof(MadeBy);
    public const string Made = nameof(Made);
    public const string MadeOnce = nameof(MadeOnce);
    public const string Links = nameof(Links);
    public const string NoLinks = nameof(NoLinks);
    public const string End = nameof(End);
    public const string EndNamed = nameof(EndNamed);
    public const string Ended = nameof(Ended);
    public const string NotYet = nameof(NotYet);
    public const string GoneTitle = nameof(GoneTitle);
    public const string GoneText = nameof(GoneText);
    public const string FailedTitle = nameof(FailedTitle);
    public const string FailedText = nameof(FailedText);
    public const string GoodUntil = nameof(GoodUntil);
}
