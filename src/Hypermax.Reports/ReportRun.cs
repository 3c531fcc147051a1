namespace Hypermax.Reports;

/// <summary>One writing of a report: runs its parts one after the other and keeps count of what went well.</summary>
internal sealed class ReportRun(string folder)
{
    private readonly List<string> _written = [];
    private readonly List<ReportFailure> _failures = [];

    /// <summary>Gets the parts that failed so far.</summary>
    public IReadOnlyList<ReportFailure> Failures => _failures;

    /// <summary>Makes one file; whatever it throws becomes a failure of that part alone.</summary>
    /// <param name="part">The file, relative to the study folder or absolute.</param>
    /// <param name="make">Gets the full path and writes the file.</param>
    public void Try(string part, Action<string> make) => Attempt(part, () =>
    {
        make(PathOf(part));
        _written.Add(part);
    });

    /// <summary>Does something for the report; whatever it throws becomes a failure of that part alone.</summary>
    /// <param name="part">What it is for.</param>
    /// <param name="act">What to do.</param>
    public void Attempt(string part, Action act)
    {
        // A report must never end the search it reports on, so nothing but the loss of the process passes through here.
        try
        {
            act();
        }
        catch (Exception error)
        {
            _failures.Add(ReportFailure.Of(part, error));
        }
    }

    /// <summary>Gets the full path of a part.</summary>
    /// <param name="part">The file or folder, relative to the study folder or absolute.</param>
    public string PathOf(string part) => Path.Combine(folder, part);

    /// <summary>Notes a failure that happened elsewhere.</summary>
    /// <param name="failure">The failure.</param>
    public void Add(ReportFailure failure) => _failures.Add(failure);

    /// <summary>Gets what became of all parts.</summary>
    public ReportOutcome ToOutcome() => new(_written, _failures);
}
