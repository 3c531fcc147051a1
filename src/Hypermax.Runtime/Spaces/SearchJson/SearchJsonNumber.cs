using System.Globalization;
using System.Text.Json;
using Hypermax.Errors;
using Hypermax.Spaces.Trees;

namespace Hypermax.Spaces.SearchJson;

/// <summary>Reads a number node: mode, scaling, bounds and rounding (spec: uniform, normal, randint; linear, logarithmic).</summary>
internal static class SearchJsonNumber
{
    private static readonly string[] Modes = ["uniform", "normal", "randint"];
    private static readonly string[] Scalings = ["linear", "logarithmic"];

    public static LeafNode Read(JsonElement json, string path, bool isInteger)
    {
        string mode = SearchJsonFacts.Text(json, "mode", path) ?? "uniform";
        string scaling = SearchJsonFacts.Text(json, "scaling", path) ?? "linear";
        if (scaling is not ("linear" or "logarithmic"))
        {
            throw SearchJsonReader.Broken(
                path,
                $"has the scaling '{scaling}'",
                "scalings are 'linear' and 'logarithmic'",
                $"{NearestName.Hint(scaling, Scalings)}Use one of these.",
                "scaling");
        }

        if (isInteger && Number(json, "rounding", path) is double rounding && !IsWhole(rounding))
        {
            throw SearchJsonReader.Broken(
                path, FormattableString.Invariant($"has rounding {rounding}"), "whole numbers are a whole number apart", "Round it, or use the type 'number'.",
                "rounding");
        }

        try
        {
            NumericParameter parameter = mode switch
            {
                "uniform" => Uniform(json, path, scaling == "logarithmic", isInteger),
                "normal" => Normal(json, path, scaling == "logarithmic", isInteger),
                "randint" => RandInt(json, path),
                _ => throw SearchJsonReader.Broken(
                    path,
                    $"has the mode '{mode}'",
                    "modes are 'uniform', 'normal' and 'randint'",
                    $"{NearestName.Hint(mode, Modes)}Use one of these.",
                    "mode"),
            };
            return new LeafNode(Finished(parameter, json, path));
        }
        catch (ArgumentException error)
        {
            throw SearchJsonReader.Broken(path, error);
        }
    }

    public static double? Number(JsonElement json, string key, string path) =>
        !json.TryGetProperty(key, out JsonElement value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.Number && double.IsFinite(value.GetDouble()) ? value.GetDouble() + 0.0
        : value.ValueKind == JsonValueKind.Number
        ? throw SearchJsonReader.Broken(path, $"has {key} {value.GetRawText()}", $"'{key}' is a finite number", "Give one.", key)
        : value.ValueKind == JsonValueKind.String && double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? throw SearchJsonReader.Broken(path, $"has {key} {value.GetRawText()}", $"'{key}' is a number", "Take it out of the quotes.", key)
            : throw SearchJsonReader.Broken(path, $"has {key} {value.GetRawText()}", $"'{key}' is a number", "Give one.", key);

    // One value only is a constant, whatever law it follows.
    private static Parameter Finished(NumericParameter parameter, JsonElement json, string path)
    {
        ParameterFacts facts = parameter.Facts;
        if (parameter.Low == parameter.High)
        {
            return new CategoricalParameter("x", [parameter.IsInteger ? (long)parameter.Low : (object)parameter.Low], facts: facts);
        }

        return Number(json, "default", path) is double start
            ? parameter.With("x", facts with { Default = SearchJsonFacts.Default(parameter, start, path) })
            : parameter;
    }

    private static NumericParameter Uniform(JsonElement json, string path, bool log, bool isInteger)
    {
        double low = Number(json, "min", path) ?? 0;
        double high = Number(json, "max", path) ?? 1;
        double? step = Number(json, "rounding", path) ?? (isInteger ? 1 : null);
        if (low > high)
        {
            throw SearchJsonReader.Broken(path, FormattableString.Invariant($"has min {low} above max {high}"), "min must not exceed max", "Swap them.", "min");
        }

        if (log && low <= 0)
        {
            throw SearchJsonReader.Broken(
                path,
                FormattableString.Invariant($"has min {low} on a logarithmic scale"),
                "a logarithmic scale begins above 0",
                "Raise 'min' or use 'linear'.",
                "min");
        }

        if (step is double rounding)
        {
            (low, high) = OnGrid(low, high, rounding, path);
        }

        return new NumericParameter(
            "x", log ? Law.LogUniform : Law.Uniform, low, high, step, IsWholeGrid(low, high, step), facts: SearchJsonFacts.Read(json, path));
    }

    // Hypermax rounds to multiples of the step, which may lie outside the bounds; here the multiples within them are the values.
    private static (double Low, double High) OnGrid(double low, double high, double step, string path)
    {
        if (!(step > 0))
        {
            throw SearchJsonReader.Broken(
                path, FormattableString.Invariant($"has rounding {step}"), "rounding is above 0", "Give a positive step or leave it out.", "rounding");
        }

        if (Math.Max(double.IsInfinity(low) ? 0 : Math.Abs(low), double.IsInfinity(high) ? 0 : Math.Abs(high)) / step > LawNumbers.LargestWhole)
        {
            throw SearchJsonReader.Broken(
                path,
                FormattableString.Invariant($"has rounding {step} between {low} and {high}"),
                "a range has no more than 2^53 steps, beyond which doubles cannot tell neighbours apart",
                "Use a larger rounding or none.",
                "rounding");
        }

        double first = double.IsInfinity(low) ? low : Math.Ceiling((low / step) - 1e-9);
        double last = double.IsInfinity(high) ? high : Math.Floor((high / step) + 1e-9);
        if (first > last)
        {
            throw SearchJsonReader.Broken(
                path,
                FormattableString.Invariant($"has no multiple of its rounding {step} between {low} and {high}"),
                "at least one value must be left",
                "Use a smaller rounding or wider bounds.",
                "rounding");
        }

        return (Multiple(first, step), Multiple(last, step));
    }

    private static NumericParameter Normal(JsonElement json, string path, bool log, bool isInteger)
    {
        double mean = Number(json, "mean", path) ?? 0;
        double deviation = Number(json, "stddev", path) ?? 1;
        double? step = Number(json, "rounding", path) ?? (isInteger ? 1 : null);
        if (log && (mean <= 0 || deviation <= 1))
        {
            throw SearchJsonReader.Broken(
                path,
                FormattableString.Invariant($"has mean {mean} and stddev {deviation}"),
                "a logarithmic normal has a geometric mean above 0 and a geometric deviation above 1",
                "Give both.");
        }

        double low = Number(json, "min", path) ?? (log ? 0 : double.NegativeInfinity);
        double high = Number(json, "max", path) ?? double.PositiveInfinity;
        if (step is double rounding)
        {
            (low, high) = OnGrid(low, high, rounding, path);
        }

        bool isWhole = isInteger || IsWholeGrid(low, high, step);
        Law law = log ? Law.LogNormal : Law.Normal;
        (mean, deviation) = log ? (Math.Log(mean), Math.Log(deviation)) : (mean, deviation);
        return new NumericParameter("x", law, low, high, step, isWhole, mean, deviation, SearchJsonFacts.Read(json, path));
    }

    private static NumericParameter RandInt(JsonElement json, string path)
    {
        double max = Number(json, "max", path) ?? 1;
        if (!IsWhole(max) || max < 1 || max > LawNumbers.LargestWhole)
        {
            throw SearchJsonReader.Broken(
                path,
                FormattableString.Invariant($"has max {max}"),
                "'randint' draws whole numbers from 0 to max - 1, so max is a whole number of at least 1",
                "Give such a max.",
                "max");
        }

        return new NumericParameter("x", Law.Uniform, 0, max - 1, isInteger: true, facts: SearchJsonFacts.Read(json, path));
    }

    // Decimal arithmetic keeps 3·0.1 at 0.3; outside its range doubles must do.
    private static double Multiple(double index, double step) =>
        Math.Abs(index) < 1e12 && step is > 1e-12 and < 1e12 && Math.Abs(index * step) < 1e12 ? (double)((decimal)index * (decimal)step) : index * step;

    private static bool IsWholeGrid(double low, double high, double? step) =>
        step is double distance && IsWhole(distance) && IsWholeEnd(low) && IsWholeEnd(high);

    private static bool IsWholeEnd(double bound) => double.IsInfinity(bound) || (IsWhole(bound) && Math.Abs(bound) <= LawNumbers.LargestWhole);

    private static bool IsWhole(double value) => value == Math.Floor(value) && !double.IsInfinity(value);
}
