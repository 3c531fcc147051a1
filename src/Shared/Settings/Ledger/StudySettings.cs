namespace Hypermax.Settings;

/// <summary>The settings of a study: what is searched, how, and when it ends.</summary>
internal static class StudySettings
{
    private static readonly SettingList List = new();

    public static readonly Setting<string> Name = List.Add(new Setting<string>("Name", Rules.Text, Surfaces.Attribute,
        "what the study is called, which names its folder and its tuned file", "Forest") { Default = "the name of the method" });

    public static readonly Setting<string> Direction = List.Add(new Setting<string>(
        "Direction",
        Rules.OneOf("minimize", "maximize"),
        Surfaces.Attribute | Surfaces.Json | Surfaces.Run | Surfaces.Serve,
        "which values are better; fixed when a study begins", "maximize") { Default = "minimize", AttributeEnum = "Direction" });

    public static readonly Setting<string> Store = List.Add(new Setting<string>(
        "Store",
        Rules.Text,
        Surfaces.Outside,
        "where the study is kept for all that search it together: a database, or a folder that they all see",
        "postgres://tuner@db.example/tuning")
        {
            Default = "a journal in the folder of the study, for one search at a time",
            Shortcut = "--store",
            IsPath = true,
            Mask = StoreText.Mask,
        });

    public static readonly Setting<string> StoreStudy = List.Add(new Setting<string>(
        "StoreStudy",
        Rules.TextThat("a name of parts with single slashes between; {project} and {study} stand for the names that these have", IsStudyName),
        Surfaces.Outside,
        "what the study is called in its store",
        "{project}/{study}@main")
        {
            Default = "{project}/{study} in builds and tests, {study} else; a search of a file has to say",
            Shortcut = "--study",
        });

    public static readonly Setting<int> Trials = List.Add(new Setting<int>("Trials", Rules.Whole(1), Surfaces.Everywhere | Surfaces.Serve,
        "how many trials, earlier ones included, the finished study has", "100") { Default = "100" });

    public static readonly Setting<TimeSpan> Timeout = List.Add(new Setting<TimeSpan>("Timeout", Rules.Duration, Surfaces.Everywhere,
        "when this search ends; the next one goes on", "10m") { AttributeName = "TimeoutSeconds", AttributeNone = "0" });

    public static readonly Setting<double> Target = List.Add(new Setting<double>("Target", Rules.Number, Surfaces.Everywhere,
        "the value at which the search ends because it is good enough", "0.05") { AttributeNone = "NaN" });

    public static readonly Setting<int> Patience = List.Add(new Setting<int>("Patience", Rules.Whole(0), Surfaces.Everywhere,
        "after how many trials without a better value the search ends (0: never)", "50") { AttributeNone = "0", IsNoneAtZero = true, Default = "never" });

    public static readonly Setting<bool> StopAtNoise = List.Add(new Setting<bool>("StopAtNoise", Rules.Flag, Surfaces.Everywhere,
        "whether the search ends when what more trials could gain is estimated to be below the noise", "true") { Default = "false" });

    public static readonly Setting<long> Seed = List.Add(new Setting<long>("Seed", Rules.Long(0), Surfaces.Everywhere | Surfaces.Serve,
        "what every random draw comes from; fixed when a study begins", "1") { Default = "0; as recorded when a study goes on" });

    public static readonly Setting<string> Method = List.Add(new Setting<string>(
        "Method",
        Rules.OneOf([.. MethodNames.All, .. ScheduleNames.AsMethods]),
        Surfaces.Everywhere | Surfaces.Serve,
        "the method of search or a schedule of budgets", "tpe") { Default = "auto; as recorded when a study goes on" });

    public static readonly Setting<IReadOnlyDictionary<string, string>> MethodOptions = List.Add(new Setting<IReadOnlyDictionary<string, string>>(
        "MethodOptions",
        new OptionsRule(),
        Surfaces.Everywhere | Surfaces.Serve,
        "how the method of search is set up, by the names of docs/guide/method-options.md", "\"levels=5\"")
        {
            Default = "the method's own; as recorded when a study goes on with it",
            Shortcut = "--method-option",
        });

    public static readonly Setting<string> AtpeModels = List.Add(new Setting<string>("AtpeModels", Rules.Text, Surfaces.Outside | Surfaces.Serve,
        "which folder holds the models that Hypermax published for its method atpe; heeded where that is the method", "atpe_models") { IsPath = true });

    public static readonly Setting<string> Stages = List.Add(new Setting<string>("Stages", Rules.Text, Surfaces.Everywhere | Surfaces.Serve,
        "in which stages the search goes, each with its method, trials and part of the space (docs/guide/stages.md)",
        "\"random 20 then tpe 50 narrow 20%\"") { Default = "none: the whole space by one method", Shortcut = "--stages" });

    public static readonly Setting<string> Pruner = List.Add(new Setting<string>("Pruner", Rules.OneOf(PrunerNames.All), Surfaces.Everywhere | Surfaces.Serve,
        "what stops trials whose reports say that they are not worth finishing", "median") { Default = PrunerNames.None, Shortcut = "--pruner" });

    public static readonly Setting<IReadOnlyDictionary<string, string>> PrunerOptions = List.Add(new Setting<IReadOnlyDictionary<string, string>>(
        "PrunerOptions",
        new OptionsRule(),
        Surfaces.Everywhere | Surfaces.Serve,
        "how the pruner is set up, by the names of docs/guide/pruner-options.md", "\"reduction=3\"")
        {
            Default = "the pruner's own",
            Shortcut = "--pruner-option",
        });

    public static readonly Setting<IReadOnlyDictionary<string, string>> Fidelity = List.Add(new Setting<IReadOnlyDictionary<string, string>>(
        "Fidelity",
        new OptionsRule(),
        Surfaces.Everywhere | Surfaces.Serve,
        "at which budgets trials may run (min, max, eta, the parameter that is the budget, if any, and whether checkpoints are handed on); "
        + "fixed when a study begins",
        "\"max=81\"")
        {
            Default = "none; as recorded when a study goes on",
            Shortcut = "--fidelity",
        });

    public static readonly Setting<string> Schedule = List.Add(new Setting<string>(
        "Schedule",
        Rules.OneOf(ScheduleNames.All),
        Surfaces.Everywhere | Surfaces.Serve,
        "which schedule gives budgets to trials; fixed when a study begins", "abh") { Default = "forecast, where there are budgets", Shortcut = "--schedule" });

    public static readonly Setting<IReadOnlyDictionary<string, string>> ScheduleOptions = List.Add(new Setting<IReadOnlyDictionary<string, string>>(
        "ScheduleOptions",
        new OptionsRule(),
        Surfaces.Everywhere | Surfaces.Serve,
        "how the schedule of budgets is set up, by the names of docs/guide/schedule-options.md; fixed when a study begins", "\"brackets=2\"")
        {
            Default = "the schedule's own; as recorded when a study goes on",
            Shortcut = "--schedule-option",
        });

    public static readonly Setting<int> Workers = List.Add(new Setting<int>("Workers", Rules.Whole(1, 1024), Surfaces.Everywhere,
        "how many trials run at once", "2") { Default = "1" });

    public static readonly Setting<string> Order = List.Add(new Setting<string>("Order", Rules.OneOf("repeatable", "arrival"), Surfaces.Everywhere,
        "whether a proposal depends on earlier trials in trial order, or on all that have ended, which keeps workers busier but does not repeat; "
        + "fixed when a study begins",
        "arrival") { Default = "repeatable; as recorded when a study goes on", AttributeEnum = "ProposalOrder" });

    public static readonly Setting<int> Lag = List.Add(new Setting<int>("Lag", Rules.Whole(1, 1024), Surfaces.Everywhere,
        "how many trials back a proposal looks in repeatable order, and so the most workers that can be busy; fixed when a study begins", "8")
        {
            AttributeNone = "0",
            Default = "the number of workers",
        });

    public static readonly Setting<string> WarmStart = List.Add(new Setting<string>("WarmStart", Rules.Text, Surfaces.Outside | Surfaces.Serve,
        "which study folder, or CSV file with a column loss and one for each parameter, a new study takes its first trials from, free of charge",
        "../old/Train") { IsPath = true });

    public static readonly Setting<string> Guidance = List.Add(new Setting<string>("Guidance", Rules.Text, Surfaces.Outside | Surfaces.Serve,
        "which file names the parameters to lock, scramble or learn anew", "guidance.json") { IsPath = true });

    public static readonly Setting<string> SpaceChange = List.Add(new Setting<string>(
        "SpaceChange",
        Rules.OneOf("fail", "migrate", "fresh"),
        Surfaces.Outside | Surfaces.Serve,
        "what happens when the search space is not that of earlier trials", "migrate") { Default = "fail" });

    public static readonly Setting<string> ObjectiveChange = List.Add(new Setting<string>(
        "ObjectiveChange",
        Rules.OneOf("warn", "remeasure", "fresh", "fail"),
        Surfaces.Outside,
        "what happens when what decides the loss has changed since the last trials", "remeasure") { Default = "warn" });

    public static readonly Setting<string> MethodChange = List.Add(new Setting<string>(
        "MethodChange",
        Rules.OneOf("fail", "accept"),
        Surfaces.Outside | Surfaces.Serve,
        "what happens when the method is not that of earlier trials, or has other options", "accept") { Default = "fail" });

    public static readonly Setting<bool> Force = List.Add(new Setting<bool>("Force", Rules.Flag, Surfaces.Outside | Surfaces.Serve,
        "whether the study begins afresh; earlier trials are kept in an archive in its folder", "true") { Default = "false", IsOnce = true });

    public static readonly Setting<string> Charts = List.Add(new Setting<string>("Charts", Rules.OneOf("report", "all", "none"), Surfaces.Outside,
        "which charts lie as files beside the report: those that it shows, every chart there is with PNG pictures too, or none", "all") { Default = "report" });

    /// <summary>Gets the entries, in the order of the documentation.</summary>
    public static IReadOnlyList<Setting> Entries => List.Entries;

    // In a store that is a folder it is a path in it.
    private static bool IsStudyName(string name) =>
        name.Length <= 200 && !name.Any(char.IsControl) && Array.TrueForAll(name.Split('/', '\\'), part => part.Trim(' ', '.').Length > 0);
}
