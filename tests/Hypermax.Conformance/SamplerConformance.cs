using System.Globalization;
using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using Hypermax.Numerics;
using Hypermax.Sampling;
using Hypermax.TestSupport;

namespace Hypermax.Conformance;

/// <summary>What every sampler must do; a sampler joins with one subclass that creates it.</summary>
/// <remarks>Subclass as <c>public sealed class XSamplerTests() : SamplerConformance()</c> so that the golden file lands beside it.</remarks>
public abstract class SamplerConformance
{
    private readonly string _file;

    protected SamplerConformance([CallerFilePath] string file = "") => _file = file;

    /// <summary>Gets how many trials the loops of the suite run; fewer for slow methods.</summary>
    protected virtual int Trials => 40;

    /// <summary>Gets how many random spaces are tried.</summary>
    protected virtual int RandomSpaceCount => 60;

    /// <summary>Creates the sampler in its initial state.</summary>
    protected abstract ISampler Create();

    /// <summary>Tells whether the sampler can search a space at all.</summary>
    protected virtual bool Supports(SearchSpace space) => true;

    [Fact]
    public void Name_OfAMethodThatIsKnown_IsThatMethods()
    {
        ISampler sampler = Create();

        Assert.False(string.IsNullOrWhiteSpace(sampler.Name));
        Assert.True(
            !Samplers.Names.Contains(sampler.Name) || Samplers.Create(sampler.Name).GetType() == sampler.GetType(),
            $"'{sampler.Name}' is the name of another sampler; choose a name of its own.");
    }

    [Fact]
    public void Propose_EverySpace_PointsOfTheSpace() => ForEachSpace(run =>
        Assert.All(run.Do(Trials, run.Bowl), point => Assert.True(run.Geometry.Contains(point), Text(point))));

    [Fact]
    public void Propose_SameSeed_SamePoints() => ForEachSpace(run =>
    {
        SamplerRun again = new(Create(), run.Geometry.Space);

        Assert.Equal(Text(run.Do(Trials, run.Bowl)), Text(again.Do(Trials, again.Bowl)));
    });

    [Fact]
    public void Propose_NewInstanceSameContext_SamePoint() => ForEachSpace(run =>
    {
        for (int trial = 0; trial < Trials; trial++)
        {
            Proposal fresh = Create().Propose(run.Context);
            double[]? point = run.Ask();
            if (point is null)
            {
                Assert.Same(Proposal.Exhausted, fresh);
                return;
            }

            Assert.Equal(Text(point), Text(fresh.Vector));
            run.Tell(point, trial % 7 == 3 ? double.NaN : SamplerRun.Hash(point), trial % 7 == 3 ? TrialState.Failed : TrialState.Complete);
        }
    });

    [Fact]
    public void Propose_FailedTrialsWithAndWithoutPenalty_PointsOfTheSpace() => ForEachSpace(run =>
    {
        int told = 0;
        double Loss(double[] point) => (told++ % 4) switch { 0 => double.NaN, 1 => 1000, _ => run.Bowl(point) };
        List<double[]> points = run.Do(
            Trials, Loss, trial => (trial % 4) switch { 0 or 1 => TrialState.Failed, 2 => TrialState.Pruned, _ => TrialState.Complete });

        Assert.All(points, point => Assert.True(run.Geometry.Contains(point), Text(point)));
    });

    [Fact]
    public void Propose_AllTrialsFailed_PointsOfTheSpace() => ForEachSpace(run =>
        Assert.All(run.Do(Trials, _ => double.NaN, _ => TrialState.Failed), point => Assert.True(run.Geometry.Contains(point), Text(point))));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1e300, 0)]
    [InlineData(0, 1e300)]
    [InlineData(0, -1e-300)]
    [InlineData(-1e9, 1e-3)]
    [InlineData(double.MinValue, double.MaxValue)]
    public void Propose_LossesOfAnySizeAndSign_PointsOfTheSpace(double offset, double scale) => ForEachSpace(run =>
        Assert.All(run.Do(Trials, point => offset + (scale * SamplerRun.Hash(point))), point => Assert.True(run.Geometry.Contains(point), Text(point))));

    [Fact]
    public void Propose_SpacesAtTheEndsOfNumbers_PointsOfTheSpace()
    {
        foreach (SearchSpace space in new[] { SamplerSpaces.Extremes, SamplerSpaces.OneBranch, SamplerSpaces.ThreeHundred }.Where(Supports))
        {
            SamplerRun run = new(Create(), space);
            Assert.All(run.Do(Trials / 2, run.Bowl), point => Assert.True(run.Geometry.Contains(point), space.Name));
        }
    }

    [Fact]
    public void Propose_LossesWithOutliers_PointsOfTheSpace() => ForEachSpace(run =>
    {
        int told = 0;
        double Loss(double[] point) => (told++ % 5) switch { 1 => 1e30, 3 => double.PositiveInfinity, _ => run.Bowl(point) };
        Assert.All(run.Do(Trials, Loss), point => Assert.True(run.Geometry.Contains(point), Text(point)));
    });

    [Fact]
    public void Propose_FirstThirtyFailed_PointsOfTheSpaceAndThenLearns()
    {
        SamplerRun run = new(Create(), Supports(SamplerSpaces.Numbers) ? SamplerSpaces.Numbers : SamplerSpaces.Finite);
        int told = 0;

        List<double[]> points = run.Do(
            30 + (Trials / 2), point => told++ < 30 ? double.NaN : run.Bowl(point), trial => trial < 30 ? TrialState.Failed : TrialState.Complete);

        Assert.All(points, point => Assert.True(run.Geometry.Contains(point), Text(point)));
        Assert.Equal(points.Count, points.Select(Text).Distinct(StringComparer.Ordinal).Count());
    }

    // Losses and numbers that doubles hold exactly. Few trials: rounding within a fit grows until, where nothing is left to gain, it decides.
    [Theory]
    [InlineData(8, 0)]
    [InlineData(1, 512)]
    [InlineData(0.25, -64)]
    public void Propose_LossesStretchedAndMoved_SamePoints(double stretch, double move) => ForEachSpace(run =>
    {
        double Loss(double[] point) => Math.Round(run.Bowl(point) * 1024) / 1024;
        SamplerRun other = new(Create(), run.Geometry.Space);
        int trials = Math.Min(Trials, 14);
        List<double[]> plain = run.Do(trials, Loss);
        List<double[]> changed = other.Do(trials, point => move + (stretch * Loss(point)));

        Assert.Equal(plain.Count, changed.Count);
        Assert.All(plain.Zip(changed), pair => Assert.InRange(Distance(run, pair.First, pair.Second), 0, 0.01));
    });

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public void Propose_ThirtyTwoRunning_AllDifferent(int told)
    {
        if (!Supports(SamplerSpaces.Numbers))
        {
            return;
        }

        SamplerRun run = new(Create(), SamplerSpaces.Numbers, seed: 3);
        run.Do(told, run.Bowl);
        List<double[]> asked = [.. Enumerable.Range(0, 32).Select(_ => run.Ask()!)];

        Assert.Equal(32, asked.Select(Text).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Propose_SeveralRunning_DifferentPointsOfTheSpace()
    {
        SamplerRun run = new(Create(), Supports(SamplerSpaces.Branches) ? SamplerSpaces.Branches : SamplerSpaces.Finite);
        run.Do(12, run.Bowl);

        List<double[]> asked = [.. Enumerable.Range(0, 8).Select(_ => run.Ask()!)];

        Assert.All(asked, point => Assert.True(run.Geometry.Contains(point), Text(point)));
        Assert.Equal(asked.Count, asked.Select(Text).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Propose_RowsOutOfOrder_PointsOfTheSpace() => ForEachSpace(run =>
    {
        List<double[]> open = [];
        for (int trial = 0; trial < Trials && run.Ask() is { } point; trial++)
        {
            Assert.True(run.Geometry.Contains(point), Text(point));
            open.Add(point);
            if (open.Count == 4)
            {
                double[] told = open[(trial * 7) % 4];
                open.Remove(told);
                run.Tell(told, run.Bowl(told));
            }
        }
    });

    [Fact]
    public void Propose_FixedValues_PointsOfTheSpaceOnceWritten() => ForEachSpace(run =>
    {
        run.Do(Trials / 2, run.Bowl);
        double[] values = run.Geometry.Sample(new SeedStream(5, 0, "fixed"));
        for (int i = 0; i < values.Length; i += 2)
        {
            run.Fixed = double.IsNaN(values[i]) ? run.Fixed : run.Fixed.With(i, values[i]);
        }

        for (int trial = 0; trial < 5 && run.Ask() is { } point; trial++)
        {
            for (int i = 0; i < point.Length; i++)
            {
                bool isActive = run.Geometry.Space.IsActive(i, point);
                point[i] = !isActive ? double.NaN : run.Fixed[i] ?? point[i];
            }

            Assert.True(run.Geometry.Contains(point), Text(point));
            run.Tell(point, run.Bowl(point));
        }
    });

    [Fact]
    public void Propose_FiniteSpace_EveryPointOnceThenExhausted()
    {
        SamplerRun run = new(Create(), SamplerSpaces.Finite);

        List<double[]> points = run.Do(100, run.Bowl);

        Assert.Equal(23, points.Count);
        Assert.Equal(23, points.Select(Text).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(TrialState.Complete)]
    [InlineData(TrialState.Failed)]
    public void Propose_SpaceWithoutParameters_ItsOnePointThenExhausted(TrialState state)
    {
        SamplerRun run = new(Create(), new SearchSpace("Empty", []));

        Assert.Empty(Assert.Single(run.Do(5, _ => 1, _ => state)));
    }

    [Fact]
    public void Propose_SpaceWithoutParametersWhileItsPointRuns_Exhausted()
    {
        SamplerRun run = new(Create(), new SearchSpace("Empty", []));

        Assert.NotNull(run.Ask());
        Assert.Null(run.Ask());
    }

    [Fact]
    public void Propose_RandomSpaces_PointsOfTheSpace() => Prop.ForAll<int>(seed =>
    {
        SearchSpace space = RandomSpaces.Make(seed);
        if (!Supports(space))
        {
            return;
        }

        SamplerRun run = new(Create(), space, seed);
        List<double[]> points = run.Do(
            Trials / 2, seed % 2 == 0 ? run.Bowl : SamplerRun.Hash, trial => trial % 5 == 4 ? TrialState.Failed : TrialState.Complete);

        Assert.All(points, point => Assert.True(run.Geometry.Contains(point), Text(point)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(RandomSpaceCount).WithReplay(1234567, 7));

    [Fact]
    public void Propose_FixedSeed_GoldenFirstTwentyPoints()
    {
        SearchSpace space = Supports(SamplerSpaces.Branches) ? SamplerSpaces.Branches : SamplerSpaces.Finite;
        SamplerRun run = new(Create(), space, seed: 42);

        // Another process wrote the golden file: this is also the test that a seed repeats across processes.
        Golden.Verify(Text(run.Do(20, run.Bowl)), file: _file);
    }

    /// <summary>Writes points with 12 digits, one a line.</summary>
    protected static string Text(IEnumerable<double[]> points) => string.Join("\n", points.Select(Text));

    private static string Text(double[] point) => string.Join(" ", point.Select(value => value.ToString("G12", CultureInfo.InvariantCulture)));

    // The largest difference of two points in unit coordinates; a hundredth is what rounding can grow to in a fit.
    private static double Distance(SamplerRun run, double[] left, double[] right) => Enumerable.Range(0, left.Length).Max(i =>
        double.IsNaN(left[i]) && double.IsNaN(right[i]) ? 0
        : double.IsNaN(left[i]) || double.IsNaN(right[i]) ? 1
        : Math.Abs(run.Geometry.Dimensions[i].ToUnit(left[i]) - run.Geometry.Dimensions[i].ToUnit(right[i])));

    private void ForEachSpace(Action<SamplerRun> check)
    {
        foreach (SearchSpace space in SamplerSpaces.All.Where(Supports))
        {
            check(new SamplerRun(Create(), space));
        }
    }
}
