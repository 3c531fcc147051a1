namespace Hypermax.Sampling.Atpe;

/// <summary>Settings of the adaptive tree-structured Parzen estimator.</summary>
/// <remarks>Immutable; checked when a sampler is created.</remarks>
public sealed record AtpeOptions
{
    /// <summary>Gets the folder with models: those that Hypermax published for its ATPE, thirteen text models of LightGBM, what goes with them, and
    /// <c>scaling_model.json</c>; or a policy of your own training, <c>atpe-policy.json</c> and <c>atpe-policy.txt</c>.</summary>
    /// <value>A path; by default null: a constant rule chooses instead of models. The folder is read when the sampler is created.</value>
    public string? ModelFolder { get; init; }
}
