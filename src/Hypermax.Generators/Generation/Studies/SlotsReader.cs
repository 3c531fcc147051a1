using Hypermax.Generators.Roslyn;
using Hypermax.Settings;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Generation.Studies;

/// <summary>Reads what <c>[Slots]</c> says that a trial needs, as the settings that it stands for.</summary>
internal static class SlotsReader
{
    /// <summary>Gets the attribute, or null.</summary>
    public static AttributeData? Find(IMethodSymbol method) =>
        method.GetAttributes().FirstOrDefault(attribute => HypermaxSymbols.IsHypermax(attribute, "Slots"));

    /// <summary>Gets what was written, by the setting that it stands for.</summary>
    public static IReadOnlyList<(string Name, Setting Setting, TypedConstant Value)> Written(IMethodSymbol method) => Find(method) is { } attribute
        ?
        [
            .. from argument in attribute.NamedArguments
               let setting = SettingOf(argument.Key)
               where setting is not null
               select (argument.Key, setting, argument.Value),
        ]
        : [];

    private static Setting? SettingOf(string name) => name switch
    {
        "Cpus" => TrialSettings.SlotCores,
        "Gpus" => TrialSettings.SlotGpus,
        "MemoryMb" => TrialSettings.SlotMemoryMegabytes,
        _ => null,
    };
}
