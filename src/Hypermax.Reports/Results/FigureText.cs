using System.Globalization;
using Hypermax.Storage;

namespace Hypermax.Results;

/// <summary>Writes the objectives and constraints of a trial on a line: <c>Error=0.0412 Nodes=310</c>.</summary>
internal static class FigureText
{
    /// <summary>Writes the values of all objectives.</summary>
    /// <param name="header">The study.</param>
    /// <param name="trial">The trial.</param>
    /// <param name="format">The format of the numbers; by default one that reads back as the same number.</param>
    public static string Of(StudyHeader header, TrialRecord trial, string format = "R") =>
        string.Join(' ', trial.Values.Select((value, i) => $"{header.ObjectiveName(i)}={value.ToString(format, CultureInfo.InvariantCulture)}"));

    /// <summary>Writes the values for all constraints.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="format">The format of the numbers; by default one that reads back as the same number.</param>
    public static string OfConstraints(TrialRecord trial, string format = "R") =>
        string.Join(' ', trial.Constraints.Select(value => $"{value.Name}={value.Value.ToString(format, CultureInfo.InvariantCulture)}"));
}
