using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

public sealed class ObjectiveSettingsAnalyzerTests
{
    [Theory]
    [InlineData("Trials = {|HMX1008:0|}")]
    [InlineData("Trials = {|HMX1008:-5|}")]
    [InlineData("Workers = {|HMX1008:0|}")]
    [InlineData("Seed = {|HMX1008:-1|}")]
    [InlineData("TimeoutSeconds = {|HMX1008:-0.5|}")]
    [InlineData("TrialSeconds = {|HMX1008:-1|}, TrialMemoryMegabytes = {|HMX1008:double.NaN|}, Retries = {|HMX1008:-1|}")]
    [InlineData("TrialRepeats = {|HMX1008:0|}, ConfirmLeaders = {|HMX1008:-2|}, ConfirmRepeats = {|HMX1008:1|}")]
    [InlineData("TimeoutSeconds = {|HMX1008:double.NaN|}, Trials = {|HMX1008:int.MinValue|}")]
    [InlineData("Target = {|HMX1008:double.PositiveInfinity|}")]
    public Task Setting_OutOfRange_HMX1008(string settings) => Verify(settings);

    [Theory]
    [InlineData("Method = {|HMX1009:\"tpee\"|}")]
    [InlineData("Method = {|HMX1009:\"TPE\"|}")]
    [InlineData("Method = {|HMX1009:\"bayesian\"|}")]
    public Task Method_Unknown_HMX1009(string settings) => Verify(settings);

    [Theory]
    [InlineData("Schedule = {|HMX1008:\"abhh\"|}")]
    [InlineData("Pruner = {|HMX1008:\"medien\"|}")]
    public Task ScheduleOrPruner_Unknown_HMX1008(string settings) => Verify(settings);

    [Theory]
    [InlineData("[Objective]", "{|HMX1020:Fidelity(1, 81)|}", "[Minimize] double Loss, [Maximize] double Speed", "")]
    [InlineData("[Objective]", "Fidelity(1, 81)", "[Minimize] double Loss, [Constraint(AtMost = 1)] double Speed", "")]
    [InlineData("[Objective]", null, "[Minimize] double Loss, [Maximize] double Speed", "[{|HMX1020:Fidelity(1, 9)|}] int Epochs, ")]
    [InlineData("[Objective(Stages = {|HMX1020:\"random 5 then tpe\"|})]", "Fidelity(1, 81)", "[Minimize] double Loss", "")]
    [InlineData("[Objective(RaceShare = {|HMX1020:0.2|})]", "Fidelity(1, 81)", "[Minimize] double Loss", "")]
    [InlineData("[Objective(RaceShare = 0)]", "Fidelity(1, 81)", "[Minimize] double Loss", "")]
    [InlineData("[Objective(RaceShare = 0.2, Stages = \"random 5 then tpe\")]", null, "[Minimize] double Loss", "")]
    public Task Fidelity_WhatCannotBeHadTogether_HMX1020(string objective, string? fidelity, string figures, string parameter) => Analyzers.Verify($$"""
        using Hypermax;

        [SearchSpace]
        public partial record Net({{parameter}}[Uniform(0, 1)] double Rate);

        public sealed record Result({{figures}});

        public static class Training
        {
            {{objective}}
            {{(fidelity is null ? string.Empty : $"[{fidelity}]")}}
            public static Result Train(Net p) => null!;
        }
        """);

    [Theory]
    [InlineData("[Fidelity({|HMX1020:0|}, 81)]", "")]
    [InlineData("[Fidelity(81, {|HMX1020:1|})]", "")]
    [InlineData("[Fidelity(5, {|HMX1020:5|})]", "")]
    [InlineData("[Fidelity(1, 81, {|HMX1020:1|})]", "")]
    [InlineData("[Fidelity(1, 81)]", "")]
    [InlineData("", "[Fidelity(1, 81, {|HMX1020:0.5|})] int Epochs, ")]
    [InlineData("", "[Fidelity({|HMX0101:81, 1|})] int Epochs, ")]
    [InlineData("", "[Fidelity(1, 81)] int Epochs, ")]
    [InlineData("[Fidelity(1, 9)]", "[{|HMX1020:Fidelity(1, 81)|}] int Epochs, ")]
    public Task Fidelity_BudgetsOutOfOrder_HMX1020(string onObjective, string parameter) => Analyzers.Verify($$"""
        using Hypermax;

        [SearchSpace]
        public partial record Net({{parameter}}[Uniform(0, 1)] double Rate);

        public static class Training
        {
            [Objective]
            {{onObjective}}
            public static double Train(Net p) => p.Rate;
        }
        """);

    [Theory]
    [InlineData("Name = {|HMX1010:\"\"|}")]
    [InlineData("Name = {|HMX1010:\"a/b\"|}")]
    [InlineData("Name = {|HMX1010:\"9lives\"|}")]
    [InlineData("Name = {|HMX1010:\"nightly.\"|}")]
    public Task Name_NoFileName_HMX1010(string settings) => Verify(settings);

    [Theory]
    [InlineData("Name = \"größe-2.nightly\", Trials = 1, Workers = 8, Seed = 0, TimeoutSeconds = 0, Target = -1, Method = \"tpe\"")]
    [InlineData("Name = null, Method = null, Target = double.NaN")]
    public Task Settings_InRange_Fine(string settings) => Verify(settings);

    [Theory]
    [InlineData("Cpus = {|HMX1008:-1|}, MemoryMb = {|HMX1008:-5|}, Gpus = {|HMX1008:-1|}")]
    [InlineData("Cpus = 4, Gpus = 1, MemoryMb = 8192")]
    [InlineData("Cpus = 0, Gpus = 0, MemoryMb = 0")]
    public Task Slots_OutOfRange_HMX1008(string slots) => Analyzers.Verify($$"""
        using Hypermax;

        [SearchSpace]
        public partial record Forest([Uniform(0, 1)] double Fraction);

        public static partial class Training
        {
            [Objective]
            [Slots({{slots}})]
            public static double Train(Forest p) => 0;
        }
        """);

    private static Task Verify(string settings) => Analyzers.Verify($$"""
        using Hypermax;

        [SearchSpace]
        public partial record Forest([Uniform(0, 1)] double Fraction);

        public static partial class Training
        {
            [Objective({{settings}})]
            public static double Train(Forest p) => 0;
        }
        """);
}
