package app.fragments.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// An in-memory report store that fulfills the contract of its port, for tests that need no server.
public final class InMemoryReportStore implements ReportStore {
  private final Map<ReportId, Report> reports = new LinkedHashMap<>();
  private final Set<ReportId> deleted = new HashSet<>();

  @Override
  public synchronized boolean save(Report report) {
    return reports.putIfAbsent(report.id(), report) == null;
  }

  @Override
  public synchronized Optional<Report> find(String userId, ReportId id) {
    return Optional.ofNullable(reports.get(id))
        .filter(report -> report.userId().equals(userId) && !deleted.contains(id));
  }

  @Override
  public synchronized List<ReportHeader> list(String userId, int limit) {
    List<Report> newestFirst = new ArrayList<>(reports.values()).reversed();
    return newestFirst.stream()
        .filter(report -> report.userId().equals(userId) && !deleted.contains(report.id()))
        .sorted(Comparator.comparing(Report::createdAt).reversed())
        .limit(limit)
        .map(ReportHeader::of)
        .toList();
  }

  @Override
  public synchronized Map<ReportId, String> texts(String userId, int limit) {
    return list(userId, limit).stream()
        .collect(Collectors.toMap(ReportHeader::id, header -> reports.get(header.id()).markdown()));
  }

  @Override
  public synchronized boolean delete(String userId, ReportId id) {
    return find(userId, id).isPresent() && deleted.add(id);
  }

  @Override
  public synchronized boolean restore(String userId, ReportId id) {
    return reports.containsKey(id) && reports.get(id).userId().equals(userId) && deleted.remove(id);
  }
}
