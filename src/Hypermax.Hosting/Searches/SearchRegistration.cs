namespace Hypermax.Hosting.Searches;

/// <summary>A search that was added to the services.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Space">Its space.</param>
internal sealed record SearchRegistration(string Name, SearchSpace Space);
