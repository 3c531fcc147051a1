using System.Globalization;
using System.Text;
using Hypermax.Numerics;

namespace Hypermax.Tests.Dataset;

/// <summary>A folder in the layout of the public data set, with stages of random trials and an optimiser's at the end.</summary>
internal sealed class MadeDataset : IDisposable
{
    public const string Space = """
        {"type": "object", "properties": {
          "net": {"type": "object", "properties": {"rate": {"type": "number", "min": 0.0001, "max": 1, "scaling": "logarithmic"}}},
          "width": {"type": "number", "min": 0, "max": 10},
          "depth": {"type": "number", "min": 1, "max": 5, "rounding": 1},
          "kind": {"type": "string", "enum": ["relu", "elu"]}}}
        """;

    private readonly StringBuilder _rows = new("trial,status,loss,time,log,error,net.rate,width,depth,kind\n");
    private readonly SeedStream _stream = new(5, 0, "made");
    private int _row;

    public MadeDataset()
    {
        Folder = System.IO.Directory.CreateTempSubdirectory("hypermax-dataset-").FullName;
        Write("search.json", $$$"""
            {"hyperparameters": {{{Space}}}, "search": {"method": "random", "iterations": 3000},
             "function": {"type": "python_function", "module": "model", "name": "train", "auto_kill_max_time": 100, "auto_kill_loss": 10}}
            """);
    }

    public string Folder { get; }

    public void Dispose() => System.IO.Directory.Delete(Folder, recursive: true);

    /// <summary>Adds random trials within parts of the ranges of both numbers.</summary>
    /// <param name="count">How many.</param>
    /// <param name="low">Where the part begins, from 0 to 1.</param>
    /// <param name="high">Where it ends.</param>
    public MadeDataset Add(int count, double low = 0, double high = 1) =>
        Add(count, () => low + ((high - low) * _stream.NextDouble()), () => 1 + _stream.NextInt(5));

    /// <summary>Adds trials that crowd around the best, as an optimiser's do.</summary>
    public MadeDataset AddCherry(int count) => Add(count, () => Math.Clamp(0.42 + (0.03 * _stream.NextNormal()), 0, 1), () => _stream.NextInt(9) == 0 ? 2 : 1);

    /// <summary>Adds a row, all but its number.</summary>
    public MadeDataset AddRow(string row)
    {
        _rows.Append(CultureInfo.InvariantCulture, $"{_row++},{row}\n");
        return this;
    }

    /// <summary>Gives the row with a number another one.</summary>
    public MadeDataset Renumber(int number, int other)
    {
        _rows.Replace(string.Create(CultureInfo.InvariantCulture, $"\n{number},"), string.Create(CultureInfo.InvariantCulture, $"\n{other},"));
        return this;
    }

    private MadeDataset Add(int count, Func<double> draw, Func<int> drawDepth)
    {
        for (int i = 0; i < count; i++)
        {
            (double a, double b, int depth, bool isElu) = (draw(), draw(), drawDepth(), _stream.NextInt(2) == 1);
            double loss = Math.Pow(a - 0.4, 2) + Math.Pow(b - 0.5, 2) + (0.01 * depth) + (isElu ? 0 : 0.05);
            AddRow(string.Create(
                CultureInfo.InvariantCulture, $"ok,{loss},{60 + (10 * depth)},,,{Math.Pow(10, -4 + (4 * a))},{10 * b},{depth},{(isElu ? "elu" : "relu")}"));
        }

        return this;
    }

    /// <summary>Writes the table; a column after its last says the stage of each row where they are given.</summary>
    public MadeDataset Save(params int[] stageEnds)
    {
        string[] lines = _rows.ToString().TrimEnd().Split('\n');
        Write("results.csv", stageEnds.Length == 0 ? _rows.ToString() : string.Concat(lines.Select((line, i) =>
            string.Create(CultureInfo.InvariantCulture, $"{line},{(i == 0 ? "stage" : stageEnds.Count(end => i > end) + 1)}\n"))));
        return this;
    }

    public MadeDataset Write(string file, string text)
    {
        File.WriteAllText(System.IO.Path.Combine(Folder, file), text);
        return this;
    }
}
