using System.Globalization;

namespace TunedParser;

/// <summary>Adds up the numbers of a table with commas between them.</summary>
public static class TableParser
{
    /// <summary>Adds up all numbers.</summary>
    /// <param name="reader">The table.</param>
    /// <param name="parameters">How it is read.</param>
    public static double Sum(TextReader reader, ParserParams parameters) => parameters.Strategy switch
    {
        Strategy.Spans => SumBuffer(reader, parameters.BufferSize),
        Strategy.Lines => SumLines(reader, static line => SumLine(line)),
        _ => SumLines(reader, static line => line.Split(',').Sum(cell => double.Parse(cell, CultureInfo.InvariantCulture))),
    };

    private static double SumLines(TextReader reader, Func<string, double> sumLine)
    {
        double sum = 0;
        while (reader.ReadLine() is { } line)
        {
            sum += sumLine(line);
        }

        return sum;
    }

    private static double SumLine(ReadOnlySpan<char> line)
    {
        double sum = 0;
        foreach (Range cell in line.Split(','))
        {
            sum += double.Parse(line[cell], CultureInfo.InvariantCulture);
        }

        return sum;
    }

    // What is left of a number at the end of the buffer moves to its start; a number that does not fit makes the buffer grow.
    private static double SumBuffer(TextReader reader, int size)
    {
        char[] buffer = new char[size];
        int kept = 0;
        double sum = 0;
        while (reader.Read(buffer, kept, buffer.Length - kept) is int read and > 0)
        {
            ReadOnlySpan<char> text = buffer.AsSpan(0, kept + read);
            int start = 0;
            while (text[start..].IndexOfAny(',', '\n') is int length and >= 0)
            {
                sum += double.Parse(text.Slice(start, length), CultureInfo.InvariantCulture);
                start += length + 1;
            }

            text[start..].CopyTo(buffer);
            kept = text.Length - start;
            Array.Resize(ref buffer, kept == buffer.Length ? 2 * buffer.Length : buffer.Length);
        }

        return kept == 0 ? sum : sum + double.Parse(buffer.AsSpan(0, kept), CultureInfo.InvariantCulture);
    }
}
