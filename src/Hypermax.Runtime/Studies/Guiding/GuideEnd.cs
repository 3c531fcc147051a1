namespace Hypermax.Studies.Guiding;

/// <summary>What became of a request to a search.</summary>
internal enum GuideEnd
{
    /// <summary>It was obeyed, or recorded for the next search.</summary>
    Done,

    /// <summary>It cannot be obeyed in this study.</summary>
    Refused,

    /// <summary>It is for a search that runs, and none does.</summary>
    NotSearching,

    /// <summary>The search did not answer in time.</summary>
    Unanswered,
}
