using System.CommandLine;
using Hypermax.Dataset.Judging;
using Hypermax.Dataset.Making;
using Hypermax.Dataset.Packing;
using Hypermax.Dataset.Replay;

namespace Hypermax.Dataset;

/// <summary>The verb <c>hypermax dataset</c>: thorough searches for the public data set <c>hypermax-results</c>, and what one does with them.</summary>
internal static class DatasetCommand
{
    public static Command Create() => new("dataset", "Makes, judges, packs and replays thorough searches, as the public data set hypermax-results wants them.")
    {
        DatasetRunCommand.Create(),
        DatasetCheckCommand.Create(),
        DatasetPackCommand.Create(),
        DatasetReplayCommand.Create(),
    };

    /// <summary>The argument of every one of its verbs.</summary>
    public static Argument<string> Folder() =>
        new("folder") { Description = "The folder of a data set (results.csv and search.json), or of a study." };
}
