using Hypermax.Sampling;
using Xunit;

namespace Hypermax.Conformance;

/// <summary>What searches rely on in a sampler; a sampler joins with one class that derives from this one and creates it.</summary>
/// <remarks>
/// <para>Each test is a promise of <see cref="ISampler"/> and says in its summary which. A failure names the promise, the space, the seed
/// and the trial that show it broken, as code that can be run again with <see cref="SamplerRun"/>.</para>
/// <para>A method that cannot search some kinds of space says so in <see cref="Supports"/>; one of the suite's spaces it must be able to search.</para>
/// </remarks>
public abstract partial class SamplerConformance
{
    /// <summary>Gets how many trials the loops of the suite run; by default 40, fewer for slow methods.</summary>
    protected virtual int Trials => 40;

    /// <summary>Gets how many random spaces are tried. By default 60.</summary>
    protected virtual int RandomSpaceCount => 60;

    /// <summary>Creates the sampler in its initial state; called many times.</summary>
    protected abstract ISampler Create();

    /// <summary>Tells whether the sampler can search a space at all. By default it can search every one.</summary>
    /// <param name="space">The space.</param>
    protected virtual bool Supports(SearchSpace space) => true;

    /// <summary>Gets the first points of a search with seed 42 of a fixed space and loss, with 12 digits and one a line.</summary>
    /// <remarks>Compare them with a text that you keep with your tests: it was written by another process, so it shows that a seed repeats from one
    /// process, machine and version to the next, which nothing within one process can.</remarks>
    /// <param name="count">How many points.</param>
    protected string FirstPoints(int count = 20)
    {
        SamplerRun run = Begin(FirstOf(SamplerSpaces.Branches, SamplerSpaces.Finite), seed: 42);
        return string.Join("\n", run.Do(count, run.Bowl).Select(SamplerRun.Text));
    }

    /// <summary>A sampler has a name; that of a method which exists already belongs to that method.</summary>
    [Fact]
    public void NameIsItsOwn()
    {
        ISampler sampler = Create();
        if (string.IsNullOrWhiteSpace(sampler.Name))
        {
            throw new ConformanceException(sampler.GetType().Name, "a sampler has a name", $"'{nameof(ISampler.Name)}' is '{sampler.Name}'");
        }

        if (Samplers.Names.Contains(sampler.Name, StringComparer.Ordinal) && Samplers.Create(sampler.Name).GetType() != sampler.GetType())
        {
            throw new ConformanceException(
                sampler.GetType().Name,
                "the name of a method belongs to one sampler",
                $"'{sampler.Name}' is the name of {Samplers.Create(sampler.Name).GetType().Name}; choose another");
        }
    }

    /// <summary>A sampler can search at least one space of the suite, for otherwise the suite would show nothing.</summary>
    [Fact]
    public void SearchesASpace() => FirstOf();

    /// <summary>The count of startup trials is 0 or above, in every space.</summary>
    [Fact]
    public void StartupTrialsAreCounted() => EachSpace(run =>
    {
        int count = Create().StartupTrials(run.Geometry);
        if (count < 0)
        {
            throw run.Broken("the number of startup trials is 0 or above", 0, FormattableString.Invariant($"it is {count}"));
        }
    });

    private SamplerRun Begin(SearchSpace space, long seed = 1) => new(Create(), space, seed);

    private void EachSpace(Action<SamplerRun> check)
    {
        foreach (SearchSpace space in SamplerSpaces.All.Where(Supports))
        {
            check(Begin(space));
        }
    }

    private SearchSpace FirstOf(params IEnumerable<SearchSpace> preferred) =>
        preferred.Concat(SamplerSpaces.All).FirstOrDefault(Supports)
        ?? throw new ConformanceException(
            Create().GetType().Name,
            "a sampler can search one of the suite's spaces",
            $"'{nameof(Supports)}' turns down {string.Join(", ", SamplerSpaces.All.Select(SamplerSpaces.CodeOf))}");

    private static void RequireDistinct(SamplerRun run, List<double[]> points, string promise)
    {
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < points.Count; i++)
        {
            if (!seen.TryAdd(SamplerRun.Text(points[i]), i))
            {
                int first = seen[SamplerRun.Text(points[i])];
                throw run.Broken(promise, i, FormattableString.Invariant($"trial {i} has the point of trial {first}: {SamplerRun.Text(points[i])}"));
            }
        }
    }
}
