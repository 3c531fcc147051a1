namespace Hypermax;

/// <summary>What the exit code of the <c>hypermax</c> command means; the same for every verb, see docs/formats/exit-codes.md.</summary>
internal static class ExitCodes
{
    /// <summary>The verb did what it was asked to do.</summary>
    public const int Done = 0;

    /// <summary>The search ended, but not well: no trial completed, or a condition that was to fail the build holds.</summary>
    public const int Failed = 1;

    /// <summary>The command line, an arguments file or a setting makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>The study cannot be continued as it is: another space, another seed, a newer format, or another search owns it.</summary>
    public const int Conflict = 3;

    /// <summary>Something outside failed: a worker that does not start, a folder that cannot be written to.</summary>
    public const int Environment = 4;

    /// <summary>An error of ours; standard error has the details.</summary>
    public const int Internal = 70;

    /// <summary>The search was cancelled; everything finished is kept.</summary>
    public const int Cancelled = 130;
}
