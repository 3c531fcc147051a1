namespace Hypermax.Build.Protocol;

/// <summary>What a line of the coordinator is.</summary>
internal enum LineKind
{
    /// <summary>Where the search stands; replaces the line before it where the terminal can.</summary>
    Progress,

    /// <summary>Something to read in every build.</summary>
    Message,

    /// <summary>Something to read in detailed builds.</summary>
    Detail,

    /// <summary>A finding at a place in the source, for information.</summary>
    Information,

    /// <summary>A build warning.</summary>
    Warning,

    /// <summary>A build error.</summary>
    Error,

    /// <summary>A file that the search wrote and that must be there for it to be up to date.</summary>
    File,

    /// <summary>A tuned file whose content changed, so that the project must be built again.</summary>
    Tuned,
}
