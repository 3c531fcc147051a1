using Hypermax.Settings;

namespace Hypermax.Config.Keys;

/// <summary>The keys about several objectives and constraints.</summary>
internal static class FigureKeys
{
    public const string Objectives = "objectives";

    public const string Constraints = "constraints";

    public const string AtMost = "at_most";

    public const string AtLeast = "at_least";

    /// <summary>Gets the keys of the document.</summary>
    public static IReadOnlyList<ConfigKey> Keys { get; } =
    [
        new(
            Objectives,
            new MapShape("an object with a direction for each objective", new NameShape("minimize", "maximize")),
            FigureSettings.Objectives.Meaning,
            "{\"error\": \"minimize\", \"speed\": \"maximize\"}"),
        new(
            Constraints,
            new MapShape(
                "an object with bounds for each constraint",
                new SectionShape(
                [
                    new(AtMost, PlainShape.Number, "the largest value that is feasible", "20"),
                    new(AtLeast, PlainShape.Number, "the smallest value that is feasible", "0.9"),
                ])),
            FigureSettings.Constraints.Meaning,
            "{\"p99\": {\"at_most\": 20}}"),
        ConfigKey.Of("choose", FigureSettings.Choose, "\"error <= 0.05\""),
    ];
}
