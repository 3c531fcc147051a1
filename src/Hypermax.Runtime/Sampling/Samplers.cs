using Hypermax.Errors;
using Hypermax.Sampling.Anneal;
using Hypermax.Sampling.Atpe;
using Hypermax.Sampling.Auto;
using Hypermax.Sampling.CmaEs;
using Hypermax.Sampling.Evolution;
using Hypermax.Sampling.GaussianProcess;
using Hypermax.Sampling.Grid;
using Hypermax.Sampling.Nsga;
using Hypermax.Sampling.Random;
using Hypermax.Sampling.Sobol;
using Hypermax.Sampling.Tpe;
using Hypermax.Settings;

namespace Hypermax.Sampling;

/// <summary>The methods of search by name: the one list that attributes, properties, options and protocols share.</summary>
public static class Samplers
{
    private static readonly SortedDictionary<string, Method> Known = new(StringComparer.Ordinal)
    {
        ["anneal"] = new Method<AnnealOptions>(AnnealLedger.Options, static options => new AnnealSampler(options)),
        ["atpe"] = new Method<NoOptions>(new OptionLedger<NoOptions>("the method 'atpe'"), static _ => new AtpeSampler()),
        ["auto"] = new Method<AutoOptions>(AutoLedger.Options, static options => new AutoSampler(options), AutoLedger.CheckTogether),
        ["cmaes"] = new Method<CmaEsOptions>(CmaEsLedger.Options, static options => new CmaEsSampler(options)),
        ["evolution"] = new Method<EvolutionOptions>(EvolutionLedger.Options, static options => new EvolutionSampler(options), EvolutionLedger.CheckTogether),
        ["gp"] = new Method<GpOptions>(GpLedger.Options, static options => new GpSampler(options)),
        ["grid"] = new Method<GridOptions>(GridLedger.Options, static options => new GridSampler(options)),
        ["nsga2"] = new Method<NsgaOptions>(NsgaLedger.Nsga2, static options => NsgaSampler.Nsga2(options)),
        ["nsga3"] = new Method<NsgaOptions>(NsgaLedger.Nsga3, static options => NsgaSampler.Nsga3(options)),
        ["random"] = new Method<NoOptions>(new OptionLedger<NoOptions>("the method 'random'"), static _ => new RandomSampler()),
        ["sobol"] = new Method<NoOptions>(new OptionLedger<NoOptions>("the method 'sobol'"), static _ => new SobolSampler()),
        ["tpe"] = new Method<TpeOptions>(TpeLedger.Options, static options => new TpeSampler(options), TpeLedger.CheckTogether),
    };

    /// <summary>Gets the names of all methods, in alphabetical order.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>Creates a sampler with its default options.</summary>
    /// <param name="name">The name of the method, in lower case.</param>
    /// <exception cref="ArgumentException">There is no such method; the message names the nearest one and lists all.</exception>
    public static ISampler Create(string name) => Create(name, new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>Creates a sampler with options as people write them.</summary>
    /// <param name="name">The name of the method, in lower case.</param>
    /// <param name="options">Names and values of docs/guide/method-options.md, such as <c>preset</c> and <c>hyperopt</c>; case does not count.</param>
    /// <exception cref="ArgumentException">There is no such method or option, or a value breaks its rule; the message lists all that is wrong.</exception>
    public static ISampler Create(string name, IReadOnlyDictionary<string, string> options)
    {
        Violations found = new();
        ISampler? sampler = Create(name, options, found);
        found.ThrowIfAny($"the method '{name}'");
        return sampler!;
    }

    /// <summary>Creates a sampler, or tells why not.</summary>
    internal static ISampler? Create(string name, IReadOnlyDictionary<string, string> options, Violations violations) =>
        Known.TryGetValue(name, out Method? method)
        ? method.Create(options, violations)
        : throw new ArgumentException(Refusal(name)!, nameof(name));

    /// <summary>Gets the options of a method.</summary>
    internal static IReadOnlyList<OptionRow> OptionsOf(string name) => Known[name].Rows;

    /// <summary>Gets what is wrong with a name, in words, or null when there is a method of that name.</summary>
    internal static string? Refusal(string name) => Known.ContainsKey(name)
        ? null
        : $"'{name}' is no method of search; the methods are {string.Join(", ", Names)}. {Advice(name)}";

    private static string Advice(string name) =>
        NearestName.Of(name, Names) is { } nearest ? $"Did you mean '{nearest}'?" : "Choose one of these.";
}
