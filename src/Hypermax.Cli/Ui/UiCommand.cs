using Hypermax.Studies.Guiding;

namespace Hypermax.Ui;

/// <summary>What a key asks for that views alone cannot do.</summary>
internal abstract record UiCommand
{
    /// <summary>Leave the console; the search goes on in plain lines.</summary>
    internal sealed record Leave : UiCommand;

    /// <summary>Steer the search, as <c>hypermax guide</c> does.</summary>
    internal sealed record Guide(GuideRequest Request) : UiCommand;

    /// <summary>Write importances and correlations to a file.</summary>
    internal sealed record Export(string Path) : UiCommand;

    /// <summary>Show the report with the system's opener.</summary>
    internal sealed record OpenReport : UiCommand;
}
