using System.Globalization;
using Hypermax.Spaces;

namespace Hypermax.Import;

/// <summary>Reads the values of one parameter from text.</summary>
internal sealed class CellReader
{
    private readonly Parameter _parameter;
    private readonly NumberText _numbers;
    private readonly Dictionary<string, int> _choices = new(StringComparer.Ordinal);

    public CellReader(Parameter parameter, NumberText numbers)
    {
        _parameter = parameter;
        _numbers = numbers;
        if (parameter is CategoricalParameter categorical)
        {
            for (int i = 0; i < categorical.Choices.Count; i++)
            {
                _choices[PointJson.ToText(categorical, i)] = i;
            }
        }
    }

    /// <summary>Gets the name of the parameter.</summary>
    public string Name => _parameter.Name;

    /// <summary>Gets how many values lay between the steps of the parameter and were moved to the nearest.</summary>
    public int SnappedCount { get; private set; }

    /// <summary>Reads a value.</summary>
    /// <param name="text">The text of the cell.</param>
    /// <param name="value">The value in vector form.</param>
    /// <returns>What is wrong, or null.</returns>
    public string? TryRead(string text, out double value)
    {
        value = double.NaN;
        if (_parameter is CategoricalParameter categorical)
        {
            int index = IndexOf(categorical, text);
            value = index;
            return index >= 0 ? null : text.Length == 0 ? $"'{Name}' is empty" : $"'{Name}' is '{text}', which is none of its choices";
        }

        NumericParameter numeric = (NumericParameter)_parameter;
        if (!_numbers.TryRead(text, out double number))
        {
            return text.Length == 0 ? $"'{Name}' is empty" : $"'{Name}' is '{text}', which is no number";
        }

        // Tables are rounded: a bound may be missed by its last digit.
        double slack = 1e-6 * (double.IsFinite(numeric.High - numeric.Low) ? Math.Max(numeric.High - numeric.Low, Math.Abs(number)) : Math.Abs(number));
        if (!(number >= numeric.Low - slack && number <= numeric.High + slack))
        {
            return string.Create(CultureInfo.InvariantCulture, $"'{Name}' is {number}, outside {numeric.Low} … {numeric.High}");
        }

        value = numeric.Snap(number);
        SnappedCount += Math.Abs(value - number) > slack ? 1 : 0;
        return null;
    }

    private int IndexOf(CategoricalParameter categorical, string text)
    {
        if (_choices.TryGetValue(text, out int index))
        {
            return index;
        }

        // 'True', '7.0' and the like: the same choice in another spelling. Found once, it is remembered.
        index = -1;
        for (int i = 0; i < categorical.Choices.Count && index < 0; i++)
        {
            index = categorical.Choices[i] switch
            {
                bool flag when bool.TryParse(text, out bool read) && read == flag => i,
                long whole when _numbers.TryRead(text, out double read) && read == whole => i,
                double real when _numbers.TryRead(text, out double read) && read == real => i,
                _ => -1,
            };
        }

        if (index >= 0)
        {
            _choices[text] = index;
        }

        return index;
    }
}
