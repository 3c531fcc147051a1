using System.Text.Json.Serialization;

namespace Hypermax.Dashboard.Contracts;

/// <summary>The JSON form of everything that pages and programs get from the server; made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StudyList))]
[JsonSerializable(typeof(StudyPage))]
[JsonSerializable(typeof(StudyNews))]
[JsonSerializable(typeof(IReadOnlyList<RunningEntry>))]
[JsonSerializable(typeof(ChartList))]
[JsonSerializable(typeof(TrialPageRows))]
[JsonSerializable(typeof(TrialWhole))]
[JsonSerializable(typeof(IReadOnlyList<TrialWhole>))]
[JsonSerializable(typeof(LogText))]
[JsonSerializable(typeof(ArtifactList))]
[JsonSerializable(typeof(ArtifactText))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(SessionFacts))]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(SteerAnswer))]
[JsonSerializable(typeof(NoteText))]
[JsonSerializable(typeof(NoteEdit))]
[JsonSerializable(typeof(LabelEdit))]
[JsonSerializable(typeof(RunRequest))]
[JsonSerializable(typeof(IReadOnlyList<RunFile>))]
[JsonSerializable(typeof(IReadOnlyList<AuditEntry>))]
[JsonSerializable(typeof(AuditEntry))]
internal sealed partial class DashboardJson : JsonSerializerContext;
