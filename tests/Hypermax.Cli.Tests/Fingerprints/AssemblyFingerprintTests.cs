using System.CodeDom.Compiler;
using System.Reflection;
using System.Reflection.Emit;
using Hypermax.Fingerprints;

namespace Hypermax.Tests.Fingerprints;

public sealed class AssemblyFingerprintTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-print-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Of_SameCodeBuiltTwice_Same() => Assert.Equal(Print(Objective(1.5, "data.csv")), Print(Objective(1.5, "data.csv")));

    [Fact]
    public void Of_OtherConstant_Differs() => Assert.NotEqual(Print(Objective(1.5, "data.csv")), Print(Objective(101.5, "data.csv")));

    [Fact]
    public void Of_OtherTextOfTheSameLength_Differs() => Assert.NotEqual(Print(Objective(1.5, "data.csv")), Print(Objective(1.5, "beta.csv")));

    [Fact]
    public void Of_MethodsInAnotherOrder_Same() =>
        Assert.Equal(Print(type => { Return(type, "A", 1); Return(type, "B", 2); }), Print(type => { Return(type, "B", 2); Return(type, "A", 1); }));

    [Fact]
    public void Of_CalleeOfAnotherName_Differs() => Assert.NotEqual(Print(Calling("Sin")), Print(Calling("Cos")));

    [Fact]
    public void Of_WhatTheGeneratorWrites_DoesNotCount() => Assert.Equal(Print(Tuned(0.25)), Print(Tuned(0.75)));

    [Fact]
    public void Of_Input_ItsContentCountsNotItsTime()
    {
        string assembly = Build(Objective(1, "a"));
        string input = Path.Combine(_folder, "train.csv");
        File.WriteAllText(input, "1,2");
        string? before = AssemblyFingerprint.Of(assembly, [input]);

        File.SetLastWriteTimeUtc(input, DateTime.UtcNow.AddDays(1));
        Assert.Equal(before, AssemblyFingerprint.Of(assembly, [input]));
        File.WriteAllText(input, "1,3");
        Assert.NotEqual(before, AssemblyFingerprint.Of(assembly, [input]));
    }

    [Fact]
    public void Of_ReferencedProjectChanged_Differs()
    {
        string assembly = Build(Objective(1, "a"));
        File.WriteAllText(
            Path.ChangeExtension(assembly, ".deps.json"),
            """{"libraries":{"App/1.0.0":{"type":"project"},"Helper/1.0.0":{"type":"project"},"Some.Package/2.0.0":{"type":"package"}}}""");
        Build(Objective(2, "a"), "Helper");
        string? before = AssemblyFingerprint.Of(assembly, []);

        Build(Objective(3, "a"), "Helper");

        Assert.NotEqual(before, AssemblyFingerprint.Of(assembly, []));
    }

    [Theory]
    [InlineData("Some.Package/2.0.0", "Some.Package/2.0.1", false)]
    [InlineData("Hypermax.Runtime/2.0.0", "Hypermax.Runtime/2.0.1", true)]
    public void Of_PackageOfAnotherVersion_DiffersUnlessItIsOurs(string before, string after, bool same)
    {
        string assembly = Build(Objective(1, "a"));
        string?[] prints = [.. new[] { before, after }.Select(package =>
        {
            File.WriteAllText(Path.ChangeExtension(assembly, ".deps.json"), $"{{\"libraries\":{{\"{package}\":{{\"type\":\"package\"}}}}}}");
            return AssemblyFingerprint.Of(assembly, []);
        })];

        Assert.Equal(same, prints[0] == prints[1]);
    }

    [Fact]
    public void Of_EveryMethodOfThisAssembly_CanBeRead()
    {
        Assert.NotNull(AssemblyFingerprint.Of(typeof(AssemblyFingerprintTests).Assembly.Location, []));
        Assert.NotNull(AssemblyFingerprint.Of(typeof(Study).Assembly.Location, []));
    }

    [Fact]
    public void Of_NoAssembly_Nothing()
    {
        string path = Path.Combine(_folder, "text.dll");
        File.WriteAllText(path, "no assembly");

        Assert.Null(AssemblyFingerprint.Of(path, []));
    }

    private static Action<TypeBuilder> Objective(double constant, string text) => type =>
    {
        ILGenerator code = Method(type, "Loss");
        code.Emit(OpCodes.Ldstr, text);
        code.Emit(OpCodes.Pop);
        code.Emit(OpCodes.Ldc_R8, constant);
        code.Emit(OpCodes.Ret);
    };

    private static Action<TypeBuilder> Calling(string name) => type =>
    {
        ILGenerator code = Method(type, "Loss");
        code.Emit(OpCodes.Ldc_R8, 1.0);
        code.Emit(OpCodes.Call, typeof(Math).GetMethod(name, [typeof(double)])!);
        code.Emit(OpCodes.Ret);
    };

    private static Action<TypeBuilder> Tuned(double value) => type =>
    {
        Return(type, "Loss", 1);
        TypeBuilder tuned = type.DefineNestedType("Tuned", TypeAttributes.NestedPublic);
        tuned.SetCustomAttribute(new CustomAttributeBuilder(typeof(GeneratedCodeAttribute).GetConstructors()[0], ["Hypermax.Generators", "1"]));
        Return(tuned, "Train", value);
        tuned.CreateType();
    };

    private static void Return(TypeBuilder type, string name, double value)
    {
        ILGenerator code = Method(type, name);
        code.Emit(OpCodes.Ldc_R8, value);
        code.Emit(OpCodes.Ret);
    }

    private static ILGenerator Method(TypeBuilder type, string name) =>
        type.DefineMethod(name, MethodAttributes.Public | MethodAttributes.Static, typeof(double), []).GetILGenerator();

    private string? Print(Action<TypeBuilder> write) => AssemblyFingerprint.Of(Build(write), []);

    private string Build(Action<TypeBuilder> write, string name = "App")
    {
        PersistedAssemblyBuilder assembly = new(new AssemblyName(name), typeof(object).Assembly);
        TypeBuilder type = assembly.DefineDynamicModule(name).DefineType("App.Training", TypeAttributes.Public);
        write(type);
        type.CreateType();
        string path = Path.Combine(_folder, name + ".dll");
        assembly.Save(path);
        return path;
    }
}
