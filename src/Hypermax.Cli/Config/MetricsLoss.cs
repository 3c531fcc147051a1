using System.Globalization;
using System.Text;
using Hypermax.Config.Faults;
using Hypermax.Config.Keys;
using Hypermax.Config.Text;

namespace Hypermax.Config;

/// <summary>Makes a loss of <c>metrics</c>: a sum of weighted metrics, asymptotes at targets, and penalties.</summary>
internal sealed class MetricsLoss(IReadOnlyDictionary<string, Node> values, bool isMaximized, FaultList faults)
{
    private const string Section = "metrics";
    private readonly StringBuilder _text = new();
    private bool _hasMetric;

    /// <summary>Writes the loss as settings have it; null where there are no entries, or some are wrong.</summary>
    public string? Write()
    {
        if (!values.TryGetValue(Section, out Node? section) || section.Members.Count == 0)
        {
            return null;
        }

        bool isWhole = true;
        foreach (Member entry in section.Members.Where(entry => entry.Value.Kind == NodeKind.Object).DistinctBy(entry => entry.Name, StringComparer.Ordinal))
        {
            string path = $"{Section}.{entry.Name}";
            string type = values.GetValueOrDefault($"{path}.type")?.Text ?? (entry.Value.Find("type") is null ? MetricKeys.Metric : string.Empty);
            isWhole &= type == MetricKeys.Metric ? AddMetric(entry, path)
                : MetricKeys.Penalties.TryGetValue(type, out string? resource) && AddPenalty(entry, path, type, resource);
        }

        // Penalties alone are charged on top of what the trial returned.
        string text = _text.ToString().TrimStart(' ', '+');
        return !isWhole ? null : _hasMetric ? text : $"value + {text}";
    }

    private bool AddMetric(Member entry, string path)
    {
        _hasMetric = true;
        double weight = Number($"{path}.weight") ?? 1;
        double? target = Number($"{path}.target");
        double? max = Number($"{path}.max");
        string? direction = values.GetValueOrDefault($"{path}.direction")?.Text;
        if (target is null != max is null || (target is not null && target == max))
        {
            faults.Error(entry.Value, path, $"'{path}' needs 'target' and 'max' together, two different numbers: "
                + "at the target the metric costs nothing, at the maximum "
                + "it is unacceptable. Give both or none.");
            return false;
        }

        if (weight == 0)
        {
            faults.Error(
                values[$"{path}.weight"],
                $"{path}.weight",
                $"'{path}.weight' is 0; a metric that does not count has no place in the loss. Remove '{path}'.");
            return false;
        }

        if (target < max && direction == "maximize")
        {
            faults.Error(values[$"{path}.direction"], $"{path}.direction", $"'{path}.direction' is \"maximize\", but 'max' stands above 'target', "
                + "as for a metric of which less "
                + "is better. Swap the two, or remove 'direction'.");
            return false;
        }

        // An asymptote grows with what is worse, whichever way that is; a plain metric has its sign.
        double sign = target is not null ? (isMaximized ? -1 : 1) : direction is null || (direction == "maximize") == isMaximized ? 1 : -1;
        string name = entry.Name == "loss" ? "value" : $"'{entry.Name}'";
        _text.Append(CultureInfo.InvariantCulture, $" {(weight * sign < 0 ? '-' : '+')} ")
            .Append(Math.Abs(weight) == 1 ? string.Empty : FormattableString.Invariant($"{Math.Abs(weight):R}*"))
            .Append(target is null ? name : FormattableString.Invariant($"asymptote({name}, {target:R}, {max:R})"));
        return true;
    }

    private bool AddPenalty(Member entry, string path, string type, string resource)
    {
        double? target = Number($"{path}.target_{type}") ?? Number($"{path}.target");
        double? max = Number($"{path}.max_{type}") ?? Number($"{path}.max");
        double? penalty = Number($"{path}.penalty_at_max");
        if (target is null || max is null || penalty is null || !(target >= 0 && max > target && penalty > 0))
        {
            faults.Error(entry.Value, path, $"'{path}' needs 'target_{type}', from 0 on, 'max_{type}' above it, and 'penalty_at_max' above 0: "
                + "nothing is charged up to the target, and the "
                + $"penalty at the maximum. Write for example \"target_{type}\": 5, \"max_{type}\": 10, \"penalty_at_max\": 0.1.");
            return false;
        }

        _text.Append(CultureInfo.InvariantCulture, $" + penalty({resource}, {target:R}, {max:R}, {penalty:R})");
        return true;
    }

    private double? Number(string path) =>
        values.TryGetValue(path, out Node? node) ? double.Parse(node.Text, CultureInfo.InvariantCulture) : null;
}
