using Hypermax.Sampling.Atpe.Learned;
using Hypermax.Sampling.Atpe.Published;
using Hypermax.Sampling.Atpe.Statistics;
using Hypermax.Sampling.Tpe;
using Hypermax.Spaces;

namespace Hypermax.Sampling.Atpe.Choosing;

/// <summary>Makes policies of one kind.</summary>
/// <param name="For">Makes the policy of a history.</param>
/// <param name="StartupTrials">Gets the number of trials before it chooses anything in a space.</param>
internal sealed record AtpePolicies(Func<RankedTrials, AtpePolicy> For, Func<SpaceGeometry, int> StartupTrials)
{
    /// <summary>Gets the constant rule.</summary>
    public static AtpePolicies Constant { get; } = new(trials => new ConstantPolicy(trials), TpeOptions.Default.StartupIn);

    /// <summary>Gets the policies of the models in a folder; the constant rule where none is named.</summary>
    /// <exception cref="ArgumentException">The folder, or a file in it, is missing or not as it must be.</exception>
    public static AtpePolicies Of(string? folder)
    {
        if (folder is null)
        {
            return Constant;
        }

        if (File.Exists(Path.Combine(folder, LearnedModel.ManifestFile)))
        {
            return Of(ReadLearned(folder));
        }

        Cascade cascade = PublishedModels.Read(folder);
        return new AtpePolicies(trials => new PublishedPolicy(trials, cascade), PublishedPolicy.StartupOf);
    }

    /// <summary>Gets the policies of a learned model.</summary>
    public static AtpePolicies Of(LearnedModel model) => new(trials => new LearnedPolicy(trials, model), TpeOptions.Default.StartupIn);

    private static LearnedModel ReadLearned(string folder)
    {
        try
        {
            return LearnedModel.Read(folder);
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException(
                $"'{nameof(AtpeOptions.ModelFolder)}' of the method 'atpe' is '{folder}', but {fault.Message.TrimEnd('.')}. "
                + "Train the model again, name another folder, or leave the setting out.",
                fault);
        }
    }
}
