using Hypermax.Charts;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Tests;

/// <summary>One small chart for every kind of layer, so that the page's drawing is tested whatever charts reports choose.</summary>
internal static class ChartSamples
{
    public static IReadOnlyList<Chart> All(StudyData data) => [History(data), Bars(), Cells(smooth: false), Cells(smooth: true), Spans(), Parallel(data)];

    public static Chart History(StudyData data)
    {
        double best = double.PositiveInfinity;
        Column bests = new("best", data.Losses.Select(loss => best = Math.Min(best, loss)).ToArray());
        double[] range = [data.Losses.Min() * 0.9, data.Losses.Max() * 1.1];
        Table table = new(
            data.TrialColumn,
            data.ValueColumn,
            bests,
            new Column("low", bests.Values.ToArray().Select(value => value * 0.95)),
            new Column("high", bests.Values.ToArray().Select(value => value * 1.05)));
        ChartSpec spec = new()
        {
            Name = "history",
            Kind = ChartKinds.History,
            Title = "Optimisation history",
            Description = "The loss of every trial and the best so far.",
            X = new Axis { Title = "trial", Min = -1, Max = data.Trials.Count, IsWhole = true },
            Y = new Axis { Title = "loss", Min = range[0], Max = range[1], Scale = ScaleKind.Log },
            Layers =
            [
                new BandLayer { X = "trial", Low = "low", High = "high", Role = ColorRole.Best, Opacity = 0.2 },
                new PointsLayer { X = "trial", Y = "loss", Trial = "trial", Label = "trials", Opacity = 0.7, Radius = 4 },
                new LineLayer { X = "trial", Y = "best", Label = "best so far", Role = ColorRole.Best, IsStep = true },
                new RuleLayer { Value = data.Losses.Min(), Role = ColorRole.Muted, Label = "best" },
            ],
        };
        return new Chart(spec, table);
    }

    public static Chart Bars()
    {
        string[] names = ["FeatureFraction", "Trees", "Booster"];
        Table table = new(
            new Column("place", [0, 1, 2], names),
            new Column("importance", [0.2, 0.7, 0.1]),
            new Column("low", [0.1, 0.6, 0.05]),
            new Column("high", [0.3, 0.8, 0.15]),
            Column.OfTexts("text", ["0.2", "0.7", "0.1"]));
        ChartSpec spec = new()
        {
            Name = "importances",
            Kind = ChartKinds.Importances,
            Title = "Importances",
            Description = "How much each parameter matters.",
            X = new Axis { Title = "importance", Min = 0, Max = 1 },
            Y = new Axis { Title = string.Empty, Min = -0.5, Max = 2.5, Scale = ScaleKind.Category, Categories = names },
            Layers = [new BarsLayer { Place = "place", Value = "importance", Low = "low", High = "high", Text = "text", IsHorizontal = true }],
        };
        return new Chart(spec, table);
    }

    public static Chart Cells(bool smooth)
    {
        int[] cells = [.. Enumerable.Range(0, 16)];
        Table table = new(
            new Column("x1", cells.Select(i => (double)(i % 4))),
            new Column("x2", cells.Select(i => (i % 4) + 1d)),
            new Column("y1", cells.Select(i => (double)(i / 4))),
            new Column("y2", cells.Select(i => (i / 4) + 1d)),
            new Column("mean", cells.Select(i => Math.Round(Math.Abs(Math.Sin(i * 0.7)), 3))),
            Column.OfTexts("text", cells.Select(i => FormattableString.Invariant($"{Math.Abs(Math.Sin(i * 0.7)):.###}"))));
        ChartSpec spec = new()
        {
            Name = smooth ? "matrix_smooth" : "matrix",
            Kind = ChartKinds.Matrix,
            Title = smooth ? "Loss matrix, smooth" : "Loss matrix",
            Description = "The mean loss in buckets of two parameters.",
            Parameters = ["Trees", "FeatureFraction"],
            X = new Axis { Title = "Trees", Min = 0, Max = 4, TickValues = [0, 1, 2, 3, 4] },
            Y = new Axis { Title = "FeatureFraction", Min = 0, Max = 4, TickValues = [0, 1, 2, 3, 4] },
            Colors = new ColorScale
            {
                Title = "loss",
                Stops = [new(0, Rgb.FromHex(0x4D4DFF)), new(0.2, Rgb.FromHex(0x00FF00)), new(0.5, Rgb.FromHex(0xFFFF00)), new(1, Rgb.FromHex(0xFF0000))],
            },
            Layers = [new CellsLayer { X1 = "x1", X2 = "x2", Y1 = "y1", Y2 = "y2", Color = "mean", Text = "text", AcrossCount = 4, IsSmooth = smooth }],
        };
        return new Chart(spec, table);
    }

    public static Chart Spans()
    {
        string[] workers = ["worker 0", "worker 1"];
        Table table = new(
            new Column("trial", [0, 1, 2, 3]),
            new Column("from", [0, 0, 5, 7]),
            new Column("to", [4, 6, 9, 9]),
            new Column("worker", [0, 1, 0, 1], workers),
            new Column("status", [0, 0, 1, 0], ["complete", "failed"]));
        ChartSpec spec = new()
        {
            Name = "timeline",
            Kind = ChartKinds.Timeline,
            Title = "Timeline",
            Description = "When each worker ran which trial.",
            X = new Axis { Title = "seconds", Min = 0, Max = 10 },
            Y = new Axis { Title = string.Empty, Min = -0.5, Max = 1.5, Scale = ScaleKind.Category, Categories = workers },
            Colors = new ColorScale { Title = "status", Roles = [new("complete", ColorRole.Primary), new("failed", ColorRole.Failed)] },
            Layers = [new SpansLayer { From = "from", To = "to", Lane = "worker", Color = "status", Trial = "trial" }],
        };
        return new Chart(spec, table);
    }

    public static Chart Parallel(StudyData data)
    {
        Table table = new([data.TrialColumn, data.ValueColumn, .. Enumerable.Range(0, data.Space.Count).Select(data.ParameterColumn)]);
        List<ParallelAxis> axes = [];
        foreach (Parameter parameter in data.Space.Parameters)
        {
            axes.Add(new ParallelAxis(parameter.Name, parameter is NumericParameter numeric
                ? new Axis { Title = parameter.Name, Min = numeric.Low, Max = numeric.High, Scale = numeric.IsLog ? ScaleKind.Log : ScaleKind.Linear }
                : new Axis
                {
                    Title = parameter.Name,
                    Min = -0.5,
                    Max = ((CategoricalParameter)parameter).Choices.Count - 0.5,
                    Scale = ScaleKind.Category,
                    Categories = [.. ((CategoricalParameter)parameter).Choices.Select(choice => $"{choice}")],
                }));
        }

        ChartSpec spec = new()
        {
            Name = "parallel_coordinates",
            Kind = ChartKinds.ParallelCoordinates,
            Title = "Parallel coordinates",
            Description = "A line for each trial.",
            Colors = new ColorScale { Title = "loss", Stops = [new(data.Losses.Min(), Rgb.FromHex(0x4D4DFF)), new(data.Losses.Max(), Rgb.FromHex(0xFF0000))] },
            Layers = [new ParallelLayer { Axes = axes, Color = data.ValueName, Trial = "trial" }],
        };
        return new Chart(spec, table);
    }
}
