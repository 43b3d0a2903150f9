// A list whose copies share their elements: a view with 10,000 choices is handed from frame to frame at
// the price of a pointer. Whoever changes a copy gets elements of their own first.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

namespace buurtpeil {

template <class T>
class SharedList {
 public:
  using value_type = T;
  using const_iterator = typename std::vector<T>::const_iterator;

  SharedList() = default;
  SharedList(std::initializer_list<T> elements) : elements_(std::make_shared<std::vector<T>>(elements)) {}

  [[nodiscard]] std::size_t size() const { return elements_ ? elements_->size() : 0; }
  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] const T& operator[](std::size_t index) const { return (*elements_)[index]; }
  [[nodiscard]] const T& at(std::size_t index) const { return elements_->at(index); }
  [[nodiscard]] const T& front() const { return elements_->front(); }
  [[nodiscard]] const_iterator begin() const { return elements_ ? elements_->cbegin() : const_iterator{}; }
  [[nodiscard]] const_iterator end() const { return elements_ ? elements_->cend() : const_iterator{}; }
  /// The very same elements, not only equal ones: known without looking at them.
  [[nodiscard]] bool same_as(const SharedList& other) const { return elements_ == other.elements_; }

  /// To change it: elements that no other copy has.
  [[nodiscard]] std::vector<T>& own() {
    if (!elements_)
      elements_ = std::make_shared<std::vector<T>>();
    else if (elements_.use_count() > 1)
      elements_ = std::make_shared<std::vector<T>>(*elements_);
    return *elements_;
  }
  void push_back(T element) { own().push_back(std::move(element)); }

 private:
  std::shared_ptr<std::vector<T>> elements_;
};

}  // namespace buurtpeil
