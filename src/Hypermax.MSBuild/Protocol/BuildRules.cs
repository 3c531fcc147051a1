namespace Hypermax.Build.Protocol;

/// <summary>
/// Everything that the build target, and tests that search, may report; the table of the guide, <c>hypermax explain</c> and the tests read this list.
/// </summary>
/// <remarks>Targets files cannot name a constant; a test makes sure that their ids stand here.</remarks>
internal static class BuildRules
{
    private static readonly List<BuildRule> List = [];

    public static readonly BuildRule BadSetting = Error("HMXB0001", "a setting breaks its rule");
    public static readonly BuildRule NoSuchStudy = Error("HMXB0002", "`HypertuneStudy` matches no study of the project");
    public static readonly BuildRule NotGenerated = Error("HMXB0003", "the generator did not run (look for `CS9057`: the SDK is too old)");
    public static readonly BuildRule OtherSpace = Error("HMXB0004", "the search space is not the one of earlier trials");
    public static readonly BuildRule UnreadableJournal = Error("HMXB0005", "the journal has a newer format, or its first record is lost");
    public static readonly BuildRule StudyInUse = Error("HMXB0006", "another search owns the study folder");
    public static readonly BuildRule StoreFailed = Error("HMXB0007",
        "the study folder cannot be written to, the disk is full, or the store of the study cannot be used");
    public static readonly BuildRule ConditionBroken = Error("HMXB0008", "a condition of `HypertuneFailOn` holds");
    public static readonly BuildRule NothingCompleted = Error("HMXB0009", "no trial completed");
    public static readonly BuildRule TrialFailed = Warning("HMXB0010", "the first failing trial; it stays a warning where warnings are errors");
    public static readonly BuildRule WrongFramework = Error("HMXB0011", "the framework of the project cannot run objectives");
    public static readonly BuildRule CannotRun = Error("HMXB0012", "the worker process cannot be started, or the search cannot go on");
    public static readonly BuildRule SharedFolder = Error("HMXB0013", "two studies share a folder");
    public static readonly BuildRule EndedUnexpectedly = Error("HMXB0014", "the search process ended unexpectedly");
    public static readonly BuildRule OtherStudy = Error("HMXB0015",
        "what identifies the study (seed, direction, loss, method and its options, order, lag, name) is not what it was begun with; "
        + "[the table](../formats/study-folder.md#what-identifies-a-study) says what may change");

    public static readonly BuildRule NoInput = Error("HMXB0016", "a `HypertuneInput` file does not exist");
    public static readonly BuildRule ReportIncomplete = Warning("HMXB0017", "a part of the report could not be written");
    public static readonly BuildRule NoSuchTrial = Error("HMXB0018", "`HypertuneRepeat` names no trial");
    public static readonly BuildRule Finding = Information("HMXB0020", "what the search found out about the space, at the parameter it is about");
    public static readonly BuildRule BadTogether = Error("HMXB0021",
        "the settings of an objective do not hold together, such as limits that contradict each other");
    public static readonly BuildRule Advice = Information("HMXB0022",
        "the settings are allowed but unlikely to be intended: a budget smaller than a method's first look round, "
        + "more workers than the lag keeps busy, a pruner where nothing is reported");

    public static readonly BuildRule ObjectiveChanged = Warning("HMXB0023", "what decides the loss changed since the last trials, and from which trial on");
    public static readonly BuildRule UnknownProperty = Warning("HMXB0024",
        "a property begins with `Hypertune` and is no setting: on the command line, in the project file or in `Directory.Build.props`");

    public static readonly BuildRule RepeatFailed = Error("HMXB0025", "the repeated trial failed again");
    public static readonly BuildRule TrialsKilled = Information("HMXB0026", "trials were ended by a limit, and by which");
    public static readonly BuildRule CiIncomplete = Warning("HMXB0027", "a file for continuous integration, or the summary of a step, could not be written");
    public static readonly BuildRule NothingFeasible = Error("HMXB0028", "trials completed, and none keeps all constraints, so that there is no best");
    public static readonly BuildRule OtherLanguage = Error("HMXB0030", "the project is not written in C#");
    public static readonly BuildRule NoSolution = Error("HMXB0031",
        "`-t:HypertuneSolution` finds no solution, or another file in the place of the one it writes");
    public static readonly BuildRule CircularOrder = Error("HMXB0040", "searches build on each other in a circle");
    public static readonly BuildRule NoEarlierSearch = Error("HMXB0041",
        "a `HypertuneSearch` item, or its `DependsOn`, names a study or project that does not exist");
    public static readonly BuildRule EarlierFailed = Error("HMXB0042", "a search was not run, for an earlier one that it builds on failed");

    public static readonly BuildRule TunedWorse = Error("HMXB0050", "in a test: tuned values have got worse than recorded");
    public static readonly BuildRule TunedBeaten = Warning("HMXB0051", "in a test: there are better values than the tuned ones");
    public static readonly BuildRule TargetMissed = Error("HMXB0052", "in a test: the search missed its target");
    public static readonly BuildRule TestFailed = Error("HMXB0053", "in a test: a search or a check failed, or cannot be run as it is written");

    /// <summary>Gets all of them, in the order of their ids.</summary>
    public static IReadOnlyList<BuildRule> All => List;

    private static BuildRule Error(string id, string title) => Add(new BuildRule(id, LineKind.Error, title));

    private static BuildRule Warning(string id, string title) => Add(new BuildRule(id, LineKind.Warning, title));

    private static BuildRule Information(string id, string title) => Add(new BuildRule(id, LineKind.Information, title));

    private static BuildRule Add(BuildRule rule)
    {
        List.Add(rule);
        return rule;
    }
}
