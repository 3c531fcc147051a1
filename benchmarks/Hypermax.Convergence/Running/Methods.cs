using System.Globalization;
using System.Reflection;
using Hypermax.Sampling;
using Hypermax.Sampling.Anneal;
using Hypermax.Sampling.Atpe;
using Hypermax.Sampling.Auto;
using Hypermax.Sampling.CmaEs;
using Hypermax.Sampling.Evolution;
using Hypermax.Sampling.GaussianProcess;
using Hypermax.Sampling.Tpe;

namespace Hypermax.Convergence.Running;

/// <summary>Methods by name, with settings of their own: <c>tpe</c>, <c>hyperopt-tpe</c>, <c>tpe:Gamma=0.2:Candidates=48</c>.</summary>
internal static class Methods
{
    /// <summary>Creates a sampler.</summary>
    /// <exception cref="ArgumentException">There is no such method or setting.</exception>
    public static ISampler Create(string text)
    {
        string[] parts = text.Split(':');
        return parts[0] switch
        {
            "hyperopt-tpe" => new TpeSampler(With(TpeOptions.Hyperopt with { }, parts)),
            "tpe" => new TpeSampler(With(new TpeOptions(), parts)),
            "gp" => new GpSampler(With(new GpOptions(), parts)),
            "auto" => new AutoSampler(With(new AutoOptions(), parts)),
            "anneal" => new AnnealSampler(With(new AnnealOptions(), parts)),
            "atpe" => new AtpeSampler(With(new AtpeOptions(), parts)),
            "cmaes" => new CmaEsSampler(With(new CmaEsOptions(), parts)),
            "evolution" => new EvolutionSampler(With(new EvolutionOptions(), parts)),
            _ when parts.Length == 1 => Samplers.Create(parts[0]),
            _ => throw new ArgumentException($"'{parts[0]}' takes no settings here; leave out '{string.Join(':', parts[1..])}'."),
        };
    }

    private static T With<T>(T options, string[] parts)
        where T : class
    {
        foreach (string part in parts.Skip(1))
        {
            string[] pair = part.Split('=');
            PropertyInfo property = pair.Length == 2
                && typeof(T).GetProperty(pair[0], BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) is { CanWrite: true } found
                ? found
                : throw new ArgumentException(
                    $"'{part}' is no setting of {typeof(T).Name}; "
                    + $"write NAME=VALUE with one of {string.Join(", ", typeof(T).GetProperties().Where(p => p.CanWrite).Select(p => p.Name))}.");
            Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            property.SetValue(
                options, type.IsEnum ? Enum.Parse(type, pair[1], ignoreCase: true) : Convert.ChangeType(pair[1], type, CultureInfo.InvariantCulture));
        }

        return options;
    }
}
