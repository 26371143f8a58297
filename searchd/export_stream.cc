#include "searchd/export_stream.h"

#include <grpc/grpc.h>

#include <string>
#include <utility>

#include "searchd/convert.h"
#include "searchd/status.h"
#include "searchd/validate.h"

namespace plansok::searchd {
namespace {

// Exports run for seconds: asking again sooner finds the same streams.
constexpr std::chrono::milliseconds kRetryExport{2000};

// A caller that still reads takes its message well within it, when a drain cuts its export short.
constexpr std::chrono::milliseconds kLastMessage{1000};

// What is said once of the whole stream.
void Introduce(const index::Exported& exported, v1::ExportResponse& first) {
  first.set_total_size(exported.total);
  first.set_corrected_query(exported.corrected_query);
  for (const std::string& word : exported.dropped_words) first.add_dropped_words(word);
  for (const std::string& note : exported.notes) first.add_notes(note);
}

}  // namespace

ExportStream::ExportStream(ExportStreams& owner, grpc::CallbackServerContext& context,
                           const v1::ExportRequest& request, CallLog log)
    : owner_(owner),
      context_(context),
      request_(request),
      log_(std::move(log)),
      checkpoint_(CallCheckpoint(context, owner.cut_short_)),
      buffer_(owner.limits_.part_paragraphs, owner.limits_.part_bytes) {}

void ExportStream::Start(const absl::Status& refusal) {
  {
    const std::lock_guard lock(mutex_);
    status_ = refusal;
    filling_ = refusal.ok();
  }
  if (!refusal.ok()) return Pump();
  if (owner_.pool_.TrySubmit([this](Reader&) { Fill(); })) return;
  {
    const std::lock_guard lock(mutex_);
    status_ = QueueFull();
    filling_ = false;
  }
  Pump();
}

void ExportStream::CutOffIfStalled(std::chrono::steady_clock::time_point now) {
  const std::lock_guard lock(mutex_);
  const std::chrono::milliseconds patience = owner_.cut_short_ ? kLastMessage : owner_.limits_.stall;
  if (!writing_ || now - write_began_ <= patience) return;
  const absl::Status why = owner_.cut_short_ ? ShuttingDown() : NothingRead();
  status_.Update(why);
  // A status that is finished with comes after the messages before it, which this caller does not take.
  grpc_call_cancel_with_status(context_.c_call(), static_cast<grpc_status_code>(why.code()),
                               std::string(why.message()).c_str(), nullptr);
}

void ExportStream::OnWriteDone(bool ok) {
  {
    const std::lock_guard lock(mutex_);
    writing_ = false;
    written_ += ok && buffer_.front().has_paragraph() ? 1 : 0;
    buffer_.PopFront();
    if (!ok) status_.Update(absl::CancelledError("the caller has gone"));
    if (!IsComplete()) status_.Update(checkpoint_());
  }
  Pump();
}

void ExportStream::OnCancel() {
  {
    const std::lock_guard lock(mutex_);
    if (finished_) return;
    const absl::Status why = checkpoint_();
    status_.Update(why.ok() ? absl::CancelledError("the caller cancelled the call") : why);
  }
  Pump();
}

void ExportStream::OnDone() {
  {
    const std::lock_guard lock(mutex_);
    log_.Write(status_, written_);
  }
  owner_.Remove(*this);
}

void ExportStream::Pump() {
  ReaderPool& pool = owner_.pool_;
  Step step;
  absl::Status status;
  {
    const std::lock_guard lock(mutex_);
    step = NextStep();
    status = status_;
  }
  // A stream that fills is not finished by others, so it stands until the fill below is submitted; after the
  // last of these calls it may be gone.
  if (step.finish) return Finish(ToGrpcStatus(status));
  if (step.write != nullptr) StartWrite(step.write);
  if (step.fill) pool.SubmitContinuation([this](Reader&) { Fill(); });
}

ExportStream::Step ExportStream::NextStep() {
  Step step;
  if (finished_) return step;
  if (status_.ok() && !writing_ && !buffer_.empty()) {
    writing_ = true;
    write_began_ = std::chrono::steady_clock::now();
    step.write = &buffer_.front();
  }
  if (status_.ok() && !filling_ && !all_read_ && buffer_.WantsPart()) step.fill = filling_ = true;
  const bool nothing_left = !status_.ok() || IsComplete();
  if (nothing_left && !writing_ && !filling_) step.finish = finished_ = true;
  return step;
}

bool ExportStream::IsComplete() const { return all_read_ && buffer_.empty(); }

void ExportStream::Fill() {
  Part part;
  const absl::Status status = rest_ ? ReadNext(part) : ReadFirst(part);
  {
    const std::lock_guard lock(mutex_);
    buffer_.Append(std::move(part));
    all_read_ = rest_ && rest_->done();
    filling_ = false;
    status_.Update(status);
  }
  Pump();
}

absl::Status ExportStream::ReadFirst(Part& part) {
  if (absl::Status status = checkpoint_(); !status.ok()) return status;
  const std::shared_ptr<const index::Snapshot> snapshot = owner_.current_.Get();
  const absl::StatusOr<index::ExportRequest> checked = Validate(request_, ValuesOf(*snapshot, checkpoint_));
  if (absl::Status status = checkpoint_(); !status.ok()) return status;
  if (!checked.ok()) return checked.status();
  absl::StatusOr<index::Searcher> searcher = index::Searcher::Open(snapshot);
  if (!searcher.ok()) return searcher.status();
  searcher_.emplace(*std::move(searcher));
  absl::StatusOr<index::Exported> exported = searcher_->Export(*checked, Into(part), checkpoint_);
  if (!exported.ok()) return exported.status();
  Introduce(*exported, part.empty() ? part.emplace_back() : part.front());
  rest_.emplace(std::move(exported->rest));
  return absl::OkStatus();
}

absl::Status ExportStream::ReadNext(Part& part) {
  return searcher_->ExportRest(*rest_, Into(part), checkpoint_);
}

/// Takes as many paragraphs as make a part.
index::Searcher::Sink ExportStream::Into(Part& part) const {
  return [&part, &limits = owner_.limits_, bytes = std::size_t{0}](const std::string& plan_id,
                                                                   const plan::Paragraph& paragraph) mutable {
    *part.emplace_back().mutable_paragraph() = ToProto(plan_id, paragraph);
    bytes += part.back().ByteSizeLong();
    return part.size() < limits.part_paragraphs && bytes < limits.part_bytes;
  };
}

grpc::ServerWriteReactor<v1::ExportResponse>* ExportStreams::Open(grpc::CallbackServerContext& context,
                                                                  const v1::ExportRequest& request,
                                                                  CallLog log, absl::Status refusal) {
  auto created = std::make_unique<ExportStream>(*this, context, request, std::move(log));
  ExportStream* stream = created.get();
  calls_.Enter();
  {
    const std::lock_guard lock(mutex_);
    if (streams_.size() >= limits_.streams) {
      refusal.Update(TryLater("too many exports are running: try again in a while", reason::kTooManyExports,
                              kRetryExport));
    }
    streams_.emplace(stream, std::move(created));
  }
  stream->Start(refusal);
  return stream;
}

void ExportStreams::CutOffStalled() {
  const auto now = std::chrono::steady_clock::now();
  const std::lock_guard lock(mutex_);
  for (const auto& [key, stream] : streams_) stream->CutOffIfStalled(now);
}

void ExportStreams::Remove(const ExportStream& stream) {
  std::unique_ptr<ExportStream> done;
  const std::lock_guard lock(mutex_);
  const auto found = streams_.find(&stream);
  done = std::move(found->second);
  streams_.erase(found);
  calls_.Leave();
}

}  // namespace plansok::searchd
