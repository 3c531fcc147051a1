namespace Hypermax.Building;

/// <summary>The few steps of binding that generated code shares; not meant to be called by hand.</summary>
public static class Binding
{
    [ThreadStatic]
    private static List<KeyValuePair<int, object?>>? s_unknown;

    /// <summary>Writes NaN for parameters that do not exist at a point.</summary>
    /// <param name="vector">Where to write.</param>
    /// <param name="start">The first entry.</param>
    /// <param name="count">The number of entries.</param>
    public static void Absent(double[] vector, int start, int count) => Fill(vector, start, count, double.NaN);

    /// <summary>Writes −∞, which no parameter can have, for a nested value that is null but must not be.</summary>
    /// <param name="vector">Where to write.</param>
    /// <param name="start">The first entry.</param>
    /// <param name="count">The number of entries.</param>
    public static void Missing(double[] vector, int start, int count)
    {
        Fill(vector, start, count, double.NegativeInfinity);
        s_unknown?.Add(new KeyValuePair<int, object?>(start, null));
    }

    /// <summary>Gets −∞, which stands for a value that the space cannot express.</summary>
    /// <param name="value">The value, for messages.</param>
    /// <param name="index">The entry of the vector that should have held it.</param>
    public static double Unknown(object? value, int index)
    {
        s_unknown?.Add(new KeyValuePair<int, object?>(index, value));
        return double.NegativeInfinity;
    }

    /// <summary>Gets a single-precision number as a double; a bound that single precision cannot hold exactly stays the bound.</summary>
    /// <param name="value">The number.</param>
    /// <param name="low">The smallest value of the parameter.</param>
    /// <param name="high">The largest value of the parameter.</param>
    public static double FromSingle(float value, double low, double high) =>
        value == (float)low ? low : value == (float)high ? high : value;

    /// <summary>Gets the index of a value in a list of choices, or −∞ when it is none of them.</summary>
    /// <typeparam name="T">The type of the choices.</typeparam>
    /// <param name="choices">The choices.</param>
    /// <param name="value">The value.</param>
    /// <param name="index">The entry of the vector that holds the choice.</param>
    public static double IndexOf<T>(T[] choices, T value, int index)
    {
        int choice = Array.IndexOf(choices, value);
        return choice >= 0 ? choice : Unknown(value, index);
    }

    /// <summary>Gets the conditions under which an element of a list exists: none for those that always do.</summary>
    /// <param name="length">The index of the parameter that holds the number of elements.</param>
    /// <param name="minimum">The smallest number of elements.</param>
    /// <param name="element">The index of the element.</param>
    /// <param name="conditions">Further conditions, of the list as a whole.</param>
    public static Condition[] ElementExists(int length, int minimum, int element, params Condition[] conditions) =>
        element < minimum ? conditions : [.. conditions, new Condition(length, element + 1, double.PositiveInfinity)];

    /// <summary>Runs an unbinder and collects what the space could not express, by entry of the vector.</summary>
    internal static List<KeyValuePair<int, object?>> Collect(Action unbind)
    {
        List<KeyValuePair<int, object?>> found = [];
        (s_unknown, List<KeyValuePair<int, object?>>? outer) = (found, s_unknown);
        try
        {
            unbind();
            return found;
        }
        finally
        {
            s_unknown = outer;
        }
    }

    private static void Fill(double[] vector, int start, int count, double value)
    {
        for (int i = start; i < start + count; i++)
        {
            vector[i] = value;
        }
    }
}
