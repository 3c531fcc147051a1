namespace Hypermax.Sampling;

/// <summary>A sampler that says how it is set up, so that a study can record it.</summary>
internal interface IOptionSampler : ISampler
{
    /// <summary>Gets the options that differ from the method's own, as <see cref="MethodOptions"/> writes them; null where texts cannot say it.</summary>
    string? Options { get; }
}
