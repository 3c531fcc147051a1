using System.Globalization;
using System.Text.Json;
using Hypermax.Charts.Scales;
using Hypermax.Errors;
using Hypermax.Folder;
using Hypermax.Reports;
using Hypermax.Sampling;
using Hypermax.Sampling.GaussianProcess;
using Hypermax.Spaces;

namespace Hypermax.Simulate;

/// <summary>Says what a simulation found, for people and for programs; in the study's own values.</summary>
/// <param name="data">The study.</param>
/// <param name="held">What is held constant.</param>
/// <param name="forecast">What was found.</param>
internal sealed class SimulationText(StudyData data, FixedValues held, SearchForecast forecast)
{
    private string Name => data.ValueName;

    /// <summary>Writes sentences.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"model     a Gaussian process of {Counted.Of(forecast.Trials, "trial")}; "
                + $"of each left out in turn it predicts {100 * forecast.Skill:0} % of the variance"));
        output.WriteLine($"noise     one trial scatters by about {NumberText.Short(forecast.Noise)}");
        string given = string.Join(' ', HeldNames());
        string with = given.Length == 0 ? string.Empty : $" with {given}";
        output.WriteLine($"best      {Name} {NumberText.Short(data.Best!.Value)} (trial {data.Best.Number.ToString(CultureInfo.InvariantCulture)}); "
            + (forecast.Incumbent is double incumbent ? $"expected of the best trial{with} {NumberText.Short(Own(incumbent))}" : $"no trial{with}"));
        foreach (ForecastStep step in forecast.Steps)
        {
            output.WriteLine($"{"+" + step.More.ToString(CultureInfo.InvariantCulture),-10}{Shown(step.Loss)}");
        }

        output.WriteLine($"limit     {Shown(forecast.Floor)}: the best of the space{with}, as far as the model can tell");
        output.WriteLine($"values    {Shown(forecast.Predicted)} expected of these:");
        foreach ((string name, string value) in Values())
        {
            output.WriteLine($"          {name}={value}");
        }
    }

    /// <summary>Writes the members of an object.</summary>
    public void WriteJson(Utf8JsonWriter writer, bool hasSkill, double leastSkill)
    {
        writer.WriteNumber("trials", forecast.Trials);
        writer.Number("skill", forecast.Skill);
        writer.WriteNumber("leastSkill", leastSkill);
        writer.WriteBoolean("hasSkill", hasSkill);
        writer.Number("best", data.Best!.Value);
        if (!hasSkill)
        {
            return;
        }

        writer.Number("noise", forecast.Noise);
        writer.Number("expectedBest", Own(forecast.Incumbent ?? double.NaN));
        writer.WriteStartArray("search");
        foreach (ForecastStep step in forecast.Steps)
        {
            writer.WriteStartObject();
            writer.WriteNumber("more", step.More);
            Write(writer, step.Loss);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("limit");
        Write(writer, forecast.Floor);
        writer.WriteEndObject();
        writer.WriteStartObject("predicted");
        Write(writer, forecast.Predicted);
        writer.WriteEndObject();
        writer.WritePropertyName("params");
        writer.WriteRawValue(NestedPointJson.Write(data.Space, forecast.Point));
    }

    private void Write(Utf8JsonWriter writer, Interval interval)
    {
        (double low, double middle, double high) = Own(interval);
        writer.Number("low", low);
        writer.Number(Name, middle);
        writer.Number("high", high);
    }

    private IEnumerable<(string Name, string Value)> Values() =>
        from i in Enumerable.Range(0, data.Space.Count)
        where !double.IsNaN(forecast.Point[i])
        select (data.Space.Parameters[i].Name, PointJson.ToText(data.Space.Parameters[i], forecast.Point[i]));

    private IEnumerable<string> HeldNames() =>
        from i in Enumerable.Range(0, data.Space.Count)
        where held[i] is not null
        select $"{data.Space.Parameters[i].Name}={PointJson.ToText(data.Space.Parameters[i], held[i]!.Value)}";

    private string Shown(Interval interval)
    {
        (double low, double middle, double high) = Own(interval);
        return $"{Name} {NumberText.Short(middle)} ({NumberText.Short(low)} to {NumberText.Short(high)} in nine cases of ten)";
    }

    // Losses are minimised; a study that is maximised has the opposite.
    private double Own(double loss) => data.Sign * loss;

    private (double Low, double Middle, double High) Own(Interval loss) => data.Sign < 0
        ? (-loss.High, -loss.Middle, -loss.Low)
        : (loss.Low, loss.Middle, loss.High);
}
