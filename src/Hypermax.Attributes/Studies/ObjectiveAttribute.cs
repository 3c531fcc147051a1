using System.Diagnostics;
using Hypermax.Building;

namespace Hypermax;

/// <summary>Makes a static method the objective of a study that <c>dotnet build -t:Hypertune</c> runs.</summary>
/// <remarks>
/// <para>The method takes a <c>[SearchSpace]</c> type and, if it likes, a <see cref="TrialContext"/> and a
/// <see cref="CancellationToken"/>, and returns <see cref="double"/>, <c>Task&lt;double&gt;</c> or <c>ValueTask&lt;double&gt;</c>.</para>
/// <para>Every value can be overridden for one build by a property, such as <c>-p:HypertuneTrials=500</c>.</para>
/// </remarks>
[Conditional(MetadataSymbol.Name)]
[AttributeUsage(AttributeTargets.Method)]
public sealed partial class ObjectiveAttribute : Attribute;
