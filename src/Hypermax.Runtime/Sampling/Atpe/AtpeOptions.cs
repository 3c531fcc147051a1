namespace Hypermax.Sampling.Atpe;

/// <summary>Settings of the adaptive tree-structured Parzen estimator.</summary>
/// <remarks>Immutable; checked when a sampler is created.</remarks>
public sealed record AtpeOptions
{
    /// <summary>Gets the folder with the models that Hypermax published for its ATPE:
    /// thirteen text models of LightGBM, what goes with them, and <c>scaling_model.json</c>.</summary>
    /// <value>A path; by default null: a constant rule chooses instead of models. The folder is read when the sampler is created.</value>
    public string? ModelFolder { get; init; }
}
