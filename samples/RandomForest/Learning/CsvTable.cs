using System.Globalization;

namespace RandomForest.Learning;

/// <summary>Reads a table whose last column is the class.</summary>
public static class CsvTable
{
    /// <summary>Reads a file of numbers with a heading line.</summary>
    /// <param name="path">The file.</param>
    public static Table Read(string path)
    {
        double[][] rows = [.. File.ReadLines(path).Skip(1).Select(Numbers)];
        int features = rows[0].Length - 1;
        return new Table(
            [.. Enumerable.Range(0, features).Select(feature => rows.Select(row => row[feature]).ToArray())],
            [.. rows.Select(row => (byte)row[features])]);
    }

    private static double[] Numbers(string line) =>
        [.. line.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture))];
}
