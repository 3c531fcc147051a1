using Hypermax.Sampling;
using Hypermax.Sampling.Atpe;
using Hypermax.Sampling.Guided;
using Hypermax.Storage;

namespace Hypermax.Studies;

/// <summary>The method by which a study is searched: what is asked for, else what is recorded, else the default.</summary>
/// <param name="Sampler">The sampler, obeying guidance.</param>
/// <param name="Options">Its options, as studies record them; null where it does not say.</param>
internal sealed record MethodChoice(ISampler Sampler, string? Options)
{
    private const string Default = "auto";

    /// <summary>Chooses.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="recorded">What the study is, or null for a new one.</param>
    /// <exception cref="ArgumentException">There is no such method or option.</exception>
    public static MethodChoice Of(StudyOptions options, StudyHeader? recorded)
    {
        ISampler sampler = options.Sampler ?? Make(options, recorded);
        return new MethodChoice(Guided(sampler, options), MethodOptions.Of(sampler));
    }

    /// <summary>Makes the sampler of a stage: of its own method, else another of the study's.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="recorded">What the study is.</param>
    /// <param name="stage">The stage.</param>
    public static ISampler Of(StudyOptions options, StudyHeader recorded, Stage stage) => Guided(
        stage.Method is { } method ? Make(options with { Method = method, MethodOptions = stage.MethodOptions ?? NoOptions }, recorded)
        : options.Sampler ?? Make(options with { MethodOptions = stage.MethodOptions ?? options.MethodOptions }, recorded),
        options);

    private static IReadOnlyDictionary<string, string> NoOptions { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    private static ISampler Guided(ISampler sampler, StudyOptions options) =>
        options.Guidance.IsEmpty ? sampler : new GuidedSampler(sampler, options.Guidance);

    private static ISampler Make(StudyOptions options, StudyHeader? recorded)
    {
        // A sampler of somebody's own cannot be made by its name; that it is missing is then a difference.
        string name = options.Method ?? (recorded is not null && Samplers.Refusal(recorded.Method) is null ? recorded.Method : Default);
        if (name == "atpe" && options.AtpeModels is { } folder)
        {
            return new AtpeSampler(new AtpeOptions { ModelFolder = folder });
        }

        string known = recorded?.Method == name ? recorded.MethodOptions ?? string.Empty : string.Empty;
        return Samplers.Create(name, options.MethodOptions ?? MethodOptions.Read(known));
    }
}
