namespace Hypermax.Reports;

/// <summary>What a report says beyond the facts of the trials, and how much of it is written.</summary>
public sealed record ReportOptions
{
    /// <summary>Gets how much is written; everything by default.</summary>
    public ReportDetail Detail { get; init; } = ReportDetail.Everything;

    /// <summary>Gets which charts are written as files, when everything is written; by default those that the page shows.</summary>
    public ReportCharts Charts { get; init; } = ReportCharts.Report;

    /// <summary>Gets whether the search still goes on; the page then says so.</summary>
    public bool IsRunning { get; init; }

    /// <summary>Gets what ended the search, such as <c>the budget of 200 trials</c>, or null when nobody knows.</summary>
    public string? EndedBy { get; init; }

    /// <summary>Gets further settings to show, such as limits and workers, in the order to show them.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Settings { get; init; } = [];

    /// <summary>Gets remarks to show, such as what was recovered when the journal was opened.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Gets where the tuned file is written, or null when it is not.</summary>
    public string? TunedFile { get; init; }

    /// <summary>Gets the trial of a front that becomes the tuned values; null for the knee, and for a study with one objective.</summary>
    internal ChosenTrial? Chosen { get; init; }

    /// <summary>Gets the command that chooses a trial of a front, with <c>{trial}</c> for its number; null where none does.</summary>
    internal string? ChooseCommand { get; init; }

    /// <summary>Gets the values of the best point when it was evaluated again after the search, which the tuned file sums up.</summary>
    /// <value>By default none; the tuned file then keeps what it says of the same point.</value>
    public IReadOnlyList<double> BestRepeats { get; init; } = [];

    /// <summary>Gets further facts for the tuned file, such as the machine and a fingerprint of the data, in the order of writing; by default none.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> TunedFacts { get; init; } = [];

    /// <summary>Gets the clock that says when the report was made.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
