using Hypermax.Settings;

namespace Hypermax.Config.Keys;

/// <summary>The keys of a stage of a search.</summary>
internal static class StageKeys
{
    private static readonly SectionShape Narrow = new(
    [
        new("top", PlainShape.Number, "which part of the earlier complete trials counts as good; 0.2 by default, and five trials at least", "0.1"),
        new("quantiles", new PairShape(), "between which parts of the good trials ranges lie; [0.05, 0.95] by default", "[0.05, 0.95]"),
        new("margin", PlainShape.Number, "how much is added on either side, as a part of the range; 0.1 by default", "0.1"),
        new("choices", PlainShape.Number, "which part of its fair share of the good trials a choice needs to be kept; 0.25 by default", "0.25"),
        new("of", PlainShape.Text, "the stage whose trials are looked at; all earlier ones by default", "\"random\""),
    ]);

    /// <summary>Gets the keys of one stage.</summary>
    public static SectionShape Section { get; } = new(
    [
        new("name", PlainShape.Text, "what the stage is called, which its trials carry; the method by default", "\"fine\""),
        new(
            "method",
            new SettingShape(StudySettings.Method, isLenient: false),
            "the method of search; that of the search by default",
            "\"tpe\""),
        new(
            "options",
            new SettingShape(StudySettings.MethodOptions, isLenient: false),
            "how the method is set up, by the names of docs/guide/method-options.md",
            "{\"candidates\": 48}"),
        new("iterations", new SettingShape(StudySettings.Trials, isLenient: false), "how many trials the stage has", "50"),
        new(
            "timeout",
            new SettingShape(StudySettings.Timeout, isLenient: false),
            "after how much time in which its trials run no more of them start",
            "\"2h\""),
        new("narrow", Narrow, "that ranges are narrowed to where earlier trials were good, and how", "{\"top\": 0.1}"),
        new("only", Names, "the parameters that are searched, or starts of paths; the others have the values of the best trial so far", "[\"rate\"]"),
        new("vary", new SettingShape(StudySettings.Workers, isLenient: false), "how many parameters each trial changes", "2"),
        new("turns", new GroupsShape(), "groups of parameters that are searched in turn", "[[\"rate\"], [\"depth\", \"width\"]]"),
    ]);

    private static ListShape Names => new("a list of texts", allowsText: true);
}
