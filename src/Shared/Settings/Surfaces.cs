namespace Hypermax.Settings;

/// <summary>Where a setting may be given; the lowest comes first, and what is given higher up counts.</summary>
[Flags]
internal enum Surfaces
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary><c>[Objective(Trials = 100)]</c>.</summary>
    Attribute = 1,

    /// <summary>The object <c>settings</c> of a <c>search.json</c>.</summary>
    Json = 2,

    /// <summary>A property of the build, in a project file or as <c>-p:HypertuneTrials=100</c>.</summary>
    Property = 4,

    /// <summary>An environment variable, such as <c>HYPERTUNE_TRIALS</c>.</summary>
    Environment = 8,

    /// <summary><c>hypermax run -p HypertuneTrials=100</c>.</summary>
    Run = 16,

    /// <summary>A property of the build that its targets read and nobody else.</summary>
    Targets = 32,

    /// <summary>The header of <c>hypermax serve</c>, and its option <c>-p HypertuneTrials=100</c>.</summary>
    /// <remarks>What makes sense where whoever asks runs the trials.</remarks>
    Serve = 64,

    /// <summary>Everywhere that a search begins.</summary>
    Everywhere = Attribute | Json | Property | Environment | Run,

    /// <summary>Everywhere but in an attribute: what belongs to a machine or to one search rather than to an objective.</summary>
    Outside = Json | Property | Environment | Run,

    /// <summary>Where a program is searched rather than a project.</summary>
    Program = Json | Environment | Run,

    /// <summary>Where there is a project.</summary>
    Build = Property | Environment,
}
