namespace Hypermax.Dashboard.Api;

/// <summary>Says of an endpoint what clients call it; stands in its metadata.</summary>
/// <param name="Name">The name, which <c>openapi.json</c> gives as <c>operationId</c>.</param>
internal sealed record Operation(string Name);
