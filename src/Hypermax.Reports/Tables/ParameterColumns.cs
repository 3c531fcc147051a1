using Hypermax.Spaces;

namespace Hypermax.Tables;

/// <summary>Turns the values of a parameter into a column.</summary>
internal static class ParameterColumns
{
    public static Column Create(Parameter parameter, IEnumerable<double> values) => parameter is CategoricalParameter categorical
        ? new Column(parameter.Name, [.. values], Labels(categorical)) { IsShared = true }
        : new Column(parameter.Name, values) { IsShared = true };

    public static string[] Labels(CategoricalParameter parameter)
    {
        string[] labels = new string[parameter.Choices.Count];
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = PointJson.ToText(parameter, i);
        }

        return labels;
    }
}
