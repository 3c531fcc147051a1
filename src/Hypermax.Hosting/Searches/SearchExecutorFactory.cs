using Hypermax.Execution;

namespace Hypermax.Hosting.Searches;

/// <summary>Makes what runs the trials of a search.</summary>
/// <param name="options">How the search runs.</param>
internal delegate IExecutor SearchExecutorFactory(HostedSearchOptions options);
