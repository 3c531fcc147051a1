using Hypermax.Errors;
using Hypermax.Sampling.Anneal;
using Hypermax.Sampling.Atpe;
using Hypermax.Sampling.Auto;
using Hypermax.Sampling.CmaEs;
using Hypermax.Sampling.Evolution;
using Hypermax.Sampling.GaussianProcess;
using Hypermax.Sampling.Grid;
using Hypermax.Sampling.Random;
using Hypermax.Sampling.Sobol;
using Hypermax.Sampling.Tpe;

namespace Hypermax.Sampling;

/// <summary>The methods of search by name: the one list that attributes, properties, options and protocols share.</summary>
public static class Samplers
{
    private static readonly SortedDictionary<string, Func<ISampler>> Known = new(StringComparer.Ordinal)
    {
        ["anneal"] = static () => new AnnealSampler(),
        ["atpe"] = static () => new AtpeSampler(),
        ["auto"] = static () => new AutoSampler(),
        ["cmaes"] = static () => new CmaEsSampler(),
        ["evolution"] = static () => new EvolutionSampler(),
        ["gp"] = static () => new GpSampler(),
        ["grid"] = static () => new GridSampler(),
        ["random"] = static () => new RandomSampler(),
        ["sobol"] = static () => new SobolSampler(),
        ["tpe"] = static () => new TpeSampler(),
    };

    /// <summary>Gets the names of all methods, in alphabetical order.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>Creates a sampler with its default options.</summary>
    /// <param name="name">The name of the method, in lower case.</param>
    /// <exception cref="ArgumentException">There is no such method; the message names the nearest one and lists all.</exception>
    public static ISampler Create(string name) => Known.TryGetValue(name, out Func<ISampler>? make)
        ? make()
        : throw new ArgumentException(Refusal(name)!, nameof(name));

    /// <summary>Gets what is wrong with a name, in words, or null when there is a method of that name.</summary>
    internal static string? Refusal(string name) => Known.ContainsKey(name)
        ? null
        : $"'{name}' is no method of search; the methods are {string.Join(", ", Names)}. {Advice(name)}";

    private static string Advice(string name) =>
        NearestName.Of(name, Names) is { } nearest ? $"Did you mean '{nearest}'?" : "Choose one of these.";
}
