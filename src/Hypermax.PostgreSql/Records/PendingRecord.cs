namespace Hypermax.PostgreSql.Records;

/// <summary>A record that is about to be stored.</summary>
/// <param name="Kind">Its kind, as in the journal.</param>
/// <param name="Line">The line of the journal, without its line feed.</param>
internal sealed record PendingRecord(string Kind, byte[] Line)
{
    private readonly int? _number;

    /// <summary>Gets the kind of the record that begins a study.</summary>
    public const string Study = "study";

    /// <summary>Gets the kind of a record that gives a trial to whoever comes next.</summary>
    public const string Back = "back";

    /// <summary>Gets the kind of a record that begins a trial.</summary>
    public const string Start = "start";

    /// <summary>Gets the kind of a record that ends a trial.</summary>
    public const string Finish = "finish";

    /// <summary>Gets the trial that the record is about, or null for those about the whole study.</summary>
    public TrialRecord? Trial { get; init; }

    /// <summary>Gets the number of the trial, also for records that are about a trial and do not have it; null for those about the whole study.</summary>
    public int? Number
    {
        get => Trial?.Number ?? _number;
        init => _number = value;
    }

    /// <summary>Gets the first value of a trial that has one, or null.</summary>
    public double? Value => Trial is { } trial && !double.IsNaN(trial.Value) ? trial.Value : null;
}
