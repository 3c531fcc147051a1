using System.Globalization;
using Hypermax.Config.Faults;
using Hypermax.Config.Keys;
using Hypermax.Config.Text;
using Hypermax.Settings;
using Hypermax.Studies.Staging;

namespace Hypermax.Config;

/// <summary>Makes the line that settings have of <c>search.stages</c>.</summary>
internal sealed class StagesSection(FaultList faults)
{
    public const string Path = "search.stages";

    /// <summary>Writes the stages as settings have them; null where some are wrong.</summary>
    public string? Write(Node stages)
    {
        if (stages.Kind == NodeKind.Text)
        {
            return stages.Text;
        }

        bool hadErrors = faults.HasErrors;
        Stage[] read = [.. stages.Items.Select((stage, i) => Read(stage, FormattableString.Invariant($"{Path}[{i}]")))];
        return faults.HasErrors && !hadErrors ? null : StageText.Write(read);
    }

    private Stage Read(Node stage, string path)
    {
        SectionReader reader = new(faults);
        reader.Read(StageKeys.Section, stage, path);
        Node? At(string key) => reader.Values.GetValueOrDefault($"{path}.{key}");
        return new Stage
        {
            Name = At("name")?.Text,
            Method = At("method")?.Text,
            MethodOptions = Value(StudySettings.MethodOptions, At("options")),
            Trials = At("iterations") is { } trials ? Value(StudySettings.Trials, trials) : null,
            Timeout = At("timeout") is { } timeout ? Value(StudySettings.Timeout, timeout) : null,
            Narrow = At("narrow") is not null ? ReadNarrowing(At) : null,
            Only = At("only") is { } only ? Names(only) : [],
            AtATime = At("vary") is { } count ? Value(StudySettings.Workers, count) : null,
            InTurn = At("turns") is { } turns ? [.. turns.Items.Select(Names)] : [],
        };
    }

    private static Narrowing ReadNarrowing(Func<string, Node?> at)
    {
        Narrowing plain = new();
        double Or(string key, double otherwise) => at($"narrow.{key}") is { } node ? Number(node) : otherwise;
        (double low, double high) = at("narrow.quantiles") is { Items: [var first, var second] }
            ? (Number(first), Number(second))
            : (plain.LowQuantile, plain.HighQuantile);
        return new Narrowing
        {
            Top = Or("top", plain.Top),
            LowQuantile = low,
            HighQuantile = high,
            Margin = Or("margin", plain.Margin),
            ChoiceShare = Or("choices", plain.ChoiceShare),
            Of = at("narrow.of")?.Text,
        };
    }

    private static double Number(Node node) => double.Parse(node.Text, CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Names(Node node) => node.Kind == NodeKind.Text ? [node.Text] : [.. node.Items.Select(item => item.Text)];

    private static T? Value<T>(Setting<T> setting, Node? node)
        where T : notnull =>
        node is not null && setting.TryRead(SettingShape.TextOf(node), out object? value, out _) ? (T?)value : default;
}
